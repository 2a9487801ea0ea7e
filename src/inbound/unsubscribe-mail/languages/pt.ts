import type { RequestLanguage } from '../language.js';

export const portuguese: RequestLanguage = {
  tag: 'pt',
  unsubscribe: `cancelar subscrição, cancelar inscrição, cancelamento, descadastrar, descadastramento, descadastre*, desinscrever, desinscrição, desinscrev*, dessubscrever, desubscrever, desubscrição, anular subscrição, remover subscrição, cancelar a subscrição, cancelar a inscrição, cancelar a assinatura, cancelar assinatura`,
  asks: `não precisam|precisa ~ enviar|mandar, não ~ receber ~ nada, nada mais ~ envi*, sair da ~ @list, como ~ saio|sair ~ @list, não ~ continuem|continue ~ enviar,
    remov*|retir*|elimin*|apag*|tir* ~ @list, removam|retirem|tirem|eliminem|remova|retire|tire me|nos, me|nos remov*|retir*|tir*, retirar|remover|eliminar|apagar ~ meu|minha|este ~ endereço|email|nome|contacto, não ~ desejo|quero|queremos|desejamos|pretendo|pretendemos|gostaria ~ receb*, não ~ receber mais, não ~ quero|desejo|pretendo ~ @list, não ~ envi*|mand*|escrev* mais, não me envi*|mand*|escrev*, deixem|deixe|parem|pare|cessem de ~ envi*|mandar|escrever*, deixar de receber, cancel*|anul*|termin* ~ subscrição|assinatura|inscrição, não ~ interess* ~ @list, já não ~ interess*, chega de ~ @list, basta de ~ @list, retiro ~ consentimento, deixem me em paz, ser removid*|retirad*|eliminad*`,
  alone: `parar, pare, parem, não, não obrigado, não obrigada, cancelar, remover, eliminar, sair, chega, basta, não tenho interesse, apagar, anular`,
  hints: `nunca ~ subscrevi|inscrevi|pedi, não ~ subscrevi|inscrevi|pedi, já não trabalho, não trabalho, será ~ encerrad*|desativad*|fechad*, como spam, não solicitad*, indesejad*, reformei me, estou reformad*`,
  erase: `apag*|elimin*|remov* ~ dados|informações, apagamento ~ dados, eliminação ~ dados, direito ao esquecimento, direito ao apagamento, dados ~ apag*|elimin*|remov*, artigo|art 17 ~ rgpd, rgpd ~ apag*|elimin*, apag*|elimin* tudo ~ sobre mim`,
  list: `subscritores, destinatários, contactos, newsletter*, boletim, boletins, lista, listas, email, emails, mail, mails, mensagens, subscrição, assinatura, distribuição, correio, mailing, comunicações`,
  me: `eu, me, meu, minha, meus, mim, nos, nosso, nossa, nós, quero, desejo, pretendo`,
  not: `não, nunca, sem, jamais`,
  otherThings: `seminário*, conferência*, congresso*, curso*, formação, workshop*, webinar*, reunião*, participante*, orador*, artigo*, texto*, parágrafo*, frase*, palavra*, foto*, imagem, imagens, logo*, citação, entrevista*, fatura*, encomenda*, reserva*, hotel, voo, bilhete*, projeto*, tráfico, violência, site, página*, relatório*, documento*, evento*`,
  somebodyElse: `colega*, marido, mulher, mãe, pai, irmã, irmão, amiga, amigo, chefe, diretor*, ela, ele, eles, seguinte, seguintes, falecid*, reformad*, alguém, pessoas, estagiári*`,
  doubt: `por engano, por erro, por lapso, engano, quantos, quantas, por que, porque fui|foi, fui removid*, se não deseja|quiser, se desejar|quiser|pretender, clique, clicar, de novo, novamente, link de|para, botão, novo endereço, novo email, outro endereço, mudar ~ endereço`,
  subscribe: `subscrever, inscrever, inscrição, assinar, subscrição`,
  around: `por, favor, me, o, a, os, as, da, do, de, das, dos, na, no, vossa, vosso, sua, seu, lista, newsletter, boletim, obrigado, obrigada, muito, olá, bom, boa, dia, tarde, noite, caros, caras, caro, cara, exmos, senhores, senhor, senhora, cumprimentos, melhores, com, os, atenciosamente, quero, desejo, gostaria, pretendo, solicito, peço, agradeço, que, já, imediatamente, e, meu, minha, email, endereço, mail, equipa, distribuição, desde, poderiam, podem, subscrição, solicitar, venho, pedir`,
  closing: `cumprimentos, com os melhores, melhores cumprimentos, atenciosamente, atentamente, obrigado, obrigada, muito obrigad*, abraço, um abraço, grato, grata`,
};
