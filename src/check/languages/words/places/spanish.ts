import type { LanguageWords } from '../../check-language.js';

/** How Spanish tells where a shelter is. */
export const SPANISH_PLACES: LanguageWords = {
  refuge: `refugio, refugios, casa de acogida, casas de acogida, piso de acogida, pisos de acogida, piso tutelado, pisos tutelados, piso protegido,
    pisos protegidos, piso de emergencia, piso de autonomía, piso de tránsito, piso seguro, pisos seguros, piso secreto, piso puente, vivienda
    de acogida, viviendas de acogida, vivienda protegida, vivienda de emergencia, vivienda tutelada, vivienda segura, viviendas seguras,
    vivienda secreta, vivienda puente, centro de acogida, centros de acogida, centro de crisis, centro de emergencia, casa de emergencia, casa
    refugio, casas refugio, casa segura, casas seguras, casa puente, casa de la mujer, casa de transición, casa de paso, hogar de paso, hogar de
    acogida, hogar materno*, hogar protegido, hogar seguro, hogar para, albergue, albergues, alojamiento seguro, alojamiento de emergencia,
    alojamiento protegido, recurso residencial, recursos residenciales, recurso de acogida, recurso de emergencia, dispositivo residencial,
    centro residencial, residencia materno*, residencia para mujeres, residencia de víctimas, escondite, unidad de crisis, unidad de acogida,
    casa cuna, safe house, shelter, apartamento seguro, casa secreta, casa protegida, casa de medio camino, comunidad terapéutica, cobijo, piso
    donde viven, casa donde viven`,
  dwelling: `casa, casas, piso, pisos, vivienda*, apartamento*, alojamiento*, hogar, hogares, residencia*, edificio*, chalet, chalé, villa, hostal,
    pensión, local, estudio, habitación, habitaciones, finca, dirección, direcciones`,
  hiding: `secret*, protegid*, tutelad*, anónim*, oculto, oculta, confidencial*, emergencia, tránsito, transición, acogida, crisis, discreto, discreta,
    seguro, segura, seguros, seguras`,
  guests: `supervivientes, sobrevivientes, víctimas, mujeres, chicas, madres, rescatadas, explotadas, beneficiarias, residentes, menores, acogidas,
    niñas`,
  forGuests: `para, de, donde, que acoge, con`,
  beside: `detrás, junto a, junto al, al lado, frente a, frente al, enfrente, encima, debajo, cerca, a espaldas, pegado a, pegada a, pegado al, a la
    altura, a dos pasos, a un paso, por encima, a la vuelta, contiguo, contigua, lindante, minutos del, minutos de, metros del, metros de, pasos
    del, pasos de, vistas a, vista a, a la vera, a orillas, antes de llegar, a pie de, a pie del, andando de, andando desde, a pie desde, da a,
    dan a, da al, mira a, mira al, calles de, manzanas de, cuadras de, linda con, colinda con, mismo edificio que, vistas al, vista al, ventanas
    al, balcón al`,
  landmark: `iglesia, capilla, ermita, catedral, mezquita, sinagoga, monasterio, convento, escuela, colegio, instituto, guardería, farmacia, hospital,
    clínica, ambulatorio, centro de salud, panadería, panadero, carnicería, supermercado, mercado, centro comercial, banco, correos, oficina de
    correos, piscina, estadio, polideportivo, gimnasio, parque, parque infantil, cementerio, bomberos, gasolinera, estación, estación de
    autobuses, vías, vía del tren, vías del tren, puente, río, lago, canal, bosque, pinar, molino, fábrica, museo, biblioteca, cine,
    ayuntamiento, bar, restaurante, cafetería, peluquería, lavandería, aparcamiento, parking, torre, monumento, estatua, castillo, fuente,
    rotonda, autopista, autovía, puerto, casa parroquial, casa rectoral, rectoría, parroquia, granja, cuartel, hotel, oficina, oficinas, sede,
    consultorio, floristería, parada, comisaría, ferretería, taller, quiosco, plaza de toros, orfanato, cooperativa, lonja, playa, frutería,
    librería, serrería, depósito de agua, cortijo, masía, caserío, internado, hospicio, teatro, granero, centro cultural, centro social, centro
    cívico, residencia de ancianos, dentista, óptica, veterinario, joyería, pastelería, confitería, heladería, tintorería, sastrería, casino,
    discoteca, juzgado, cárcel, prisión, oficina de empleo, hacienda, universidad, camping, embarcadero, embalse, presa, colina, huerto, central
    eléctrica, vertedero, crematorio, cuadras, mina, pizzería, pescadería, bodega, churrería, estanco, kebab, tienda, tiendas, bazar, locutorio,
    casa cuartel, lavadero, matadero, cuartel de la guardia civil, finca, alquería, pazo, puerto deportivo, esclusa, establo`,
  stop: `metro, tranvía, autobús, bus, estación, parada, cercanías, apeadero`,
  spot: `última parada, final de la línea, final de línea, linde del bosque, borde del bosque, lindero del bosque, lindero, linde, a las afueras de,
    salida del pueblo, entrada del pueblo, final de la calle, plaza del pueblo, plaza de la iglesia, plaza del mercado, plaza de la estación,
    orilla del río, orilla del lago, plaza mayor, última casa, primera casa, segunda puerta, último edificio, en el convento, en la casa
    parroquial`,
  district: `barrio, barriada, distrito, urbanización, colonia, polígono, arrabal`,
  village: `pueblo, aldea, pedanía, caserío`,
  corner: `esquina, esquina con, chaflán, cruce de, intersección`,
  former: `antiguo, antigua, antiguos, antiguas, ex, viejo, vieja, reformad*, rehabilitad*`,
  door: `timbre, portero automático, telefonillo, interfono, llamar al timbre, buzón`,
  floor: `planta, primer piso, segundo piso, tercer piso, cuarto piso, bajo, portal, escalera, patio, sótano, bloque, entresuelo, ático`,
  colour: `amarill*, rojo, roja, azul*, verde*, blanco, blanca, rosa, gris, naranja, marrón, ladrillo`,
  way: `a pie, andando, caminando, minutos, metros, gire a, giren a, baje en, bájese, tome el, verja, cancela, puerta, calles más`,
  gathering: `conferencia*, congreso*, manifestación*, manifest*, concentración*, marcha, vigilia, protesta*, debate*, formación, seminario*, taller,
    talleres, concierto*, exposición*, proyección*, rueda de prensa, se celebra, se celebró, se celebrará, tendrá lugar, tuvo lugar, rastrillo,
    mercadillo, mesa informativa, firmas, simposio, jornada, jornadas, mesa redonda, reunión, recogida, nos vemos, coloquio`,
  about: `sobre, acerca, en torno, titulad*`,
  contact: `contacto de prensa, gabinete de prensa, oficina de prensa, departamento de prensa, secretaría, ministerio, embajada, portavoz, sede social,
    contacto para medios`,
  office: `oficina, oficinas, sede, hotel, café, tienda, comisaría, juzgado, tribunal, universidad, teatro, ayuntamiento, despacho`,
  general: `muchos, muchas, la mayoría, a menudo, normalmente, suelen, deberían, debería, deben, más, mejor*, suficientes, cada, ningún, ninguna, por
    ciento, algunos, pocos, pocas, faltan`,
  between: `entre la, entre el`,
  rightBeside: `justo detrás, justo al lado, justo enfrente, justo encima, justo frente a, a dos pasos, a la vuelta, pared con pared con, puerta con puerta
    con, a espaldas`,
  lives: `viven, vive, duermen, residen, alojadas, alojados, se alojan, acogidas, se esconden`,
  until: `antes de, hasta que, y hoy, y ahora, ahora en, hoy en`,
  neighbours: `vecino, vecinos, vecina, vecinas`,
  lacking: `no hay, falta un, falta una, faltan`,
  inFront: `delante`,
};
