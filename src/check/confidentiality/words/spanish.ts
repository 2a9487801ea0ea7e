import type { LanguageWords } from './language-words.js';

/** Spanish, with the words of Catalan that addresses need. */
export const SPANISH: LanguageWords = {
  telephone: `teléfono*, telf, tfno, tlf, tf, móvil, celular, llame, llama, llamar, llámanos, llámame, llamando al, contactar al, su número, número es, línea gratuita, marque, marcar, trucar, telèfon`,
  recordNumber: `nif, cif, expediente, exp, artículo, página, sentencia, ley, boe, referencia, documento, decreto, número de registro`,
  counted: `personas, mujeres, hombres, niños, niñas, víctimas, casos, llamadas, veces, horas, años, euros, ejemplares, firmas`,
  identity: `pasaporte*, dni, nie, documento de identidad, carné de identidad, cédula*, número de identidad, tarjeta de residencia, permiso de residencia no, permiso de residencia n, seguridad social, permiso de conducir`,
  bankAccount: `número de cuenta, cuenta bancaria, cuenta corriente, cuenta no, cuenta n, tarjeta de crédito, tarjeta bancaria, número de tarjeta, ccc`,
  birth: `nacida, nacido, nació, fecha de nacimiento, nacimiento, cumpleaños`,
  bornThing: `idea, proyecto, plataforma, campaña, movimiento, asociación, iniciativa, red`,
  streetBefore: `calle, c, avenida, avda, avd, paseo, callejón, travesía, glorieta, carrer, passeig, avinguda, rambla, ronda, carretera, ctra`,
  placeBefore: `plaza, pza, plza, camino, cuesta, barrio, urbanización, plaça, pº`,
  houseNumber: `n, nº, núm, número, no`,
  addressFollows: `dirección, domicilio, vive en, reside en, alojada en, casa de acogida en, piso en, situada en, ubicado en, ubicada en, refugio en, sede en, adreça`,
  storyPerson: `víctima, superviviente, sobreviviente, fue vendida, fue explotada, fue explotado, fue forzada, fue obligada, obligada a, forzada a, fue captada, fue engañada, fue rescatada, fue liberada, fue traficada, fue acogida, escapó, huyó, logró escapar, logró huir, su historia, mi historia, historia de, clienta, usuaria, beneficiaria, nuestra casa, nuestro piso, nuestro refugio, su proxeneta, sus tratantes, sus explotadores, víctima de trata, explotada, vendida, traficada, captada, prostituida, su testimonio, testimonio de, denunció a, esclavizada`,
  storyGroup: `víctimas, supervivientes, sobrevivientes, usuarias, acogida, rescatada, refugio, testimonios`,
  nameFollows: `llamada, llamado, se llama, llamaba, me llamo, nombre es, de nombre, soy`,
  profession: `ministra, ministro, jueza, juez, magistrad*, abogada, abogado, directora, director, portavoz, presidenta, presidente, coordinadora, coordinador, relatora, relator, comisaria, comisario, fiscal, diputada, diputado, senadora, senador, alcaldesa, alcalde, embajadora, embajador, profesora, profesor, investigadora, investigador, periodista, experta, experto, psicóloga, psicólogo, trabajadora social, trabajador social, educadora, jefa, jefe, responsable de, secretaria, secretario, fundadora, fundador, colega, activista, doctora, doctor, delegada, técnica, hermana, reina, rey, dra, defensor*, consejera, consejero, subdirector*, hermana`,
  work: `autora, autor, escribió, escribe, libro, novela, película, documental, escrito por, escrita por, escritora, escritor, informe de, estudio de, foto*, exposición, directora de cine, artista, artículo de, obra, publicó, editado por`,
  pseudonym: `nombre ficticio, nombre cambiado, nombre supuesto, nombre falso, nombres ficticios, nombre ha sido cambiado, nombre modificado, nombres cambiados, nombres han sido cambiados, no es su nombre real, no es su verdadero nombre, seudónimo, pseudónimo, nombre inventado`,
  speaking: `dijo, dice, según, explica, explicó, afirma, afirmó, señala, señaló, añade, añadió, subraya, subrayó, destacó, recuerda`,
  years: `años, anys`,
  month: `enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, octubre, noviembre, diciembre`,
  notAName: `fundación, asociación, ministerio, consejo, corte, tribunal, unión, comité, comisión, día, premio, ley, instituto, universidad, escuela, hospital, república, naciones, unidas, derechos, humanos, mujeres, europea, europeo, nacional, internacional, cruz, roja, casa, informe, directiva, españa, trata, centro, proyecto, esperanza, red, defensor, pueblo, real, supremo, el, los, las`,
  toldStory: `su historia, historia de una, testimonio de`,
};
