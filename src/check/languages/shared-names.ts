/** Given names in the spellings and scripts in which they are met: transliterations, short forms, names of every origin. */
export const MORE_NAMES = `
  Olesea Olesia Svitlana Swietlana Swetlana Swietłana Nadeschda Nadjezjda Nadezjda Nadzeja Nadiia Nadia Zsuzsa Zsuzsanna Zsofia Zsófia Ildiko Ildikó
  Erzsebet Erzsébet Katalin Kinga Boglarka Boglárka Reka Réka Timea Tímea Aniko Anikó Marika Marta Agnes Ágnes Gyongyi Gyöngyi Piroska Ilona Ibolya
  Rozalia Eniko Enikő Emese Csilla Dorottya Orsolya Melinda Noemi Noémi Vivien Szilvia Szabina Krisztina Edina Beata Bea Gabor Gábor Istvan István
  Laszlo László Zoltan Zoltán Ferenc Attila Balazs Balázs Tibor Sandor Sándor Jozsef József Gyula Bela Béla Imre Lajos Miklos Miklós Csaba Levente
  Tamas Tamás Norbert Jeno Jenő Dezso Dezső Kamal Kamran Jamal Jamila Dzhamila Dzamila Djamila Gulnara Gyulnara Giulnara Gulnora Gulsum Gulnaz Guldana
  Aigul Ajgul Aygul Aizada Aisulu Ainura Aijan Altynai Nurgul Nargiza Nargis Nilufar Dilnoza Dilfuza Dilbar Feruza Zarina Zulfiya Zulfia Zukhra Zuhra
  Malika Mavluda Matluba Mokhira Shahnoza Shahlo Umida Gulchehra Saodat Rustam Rustem Bakhtiyar Bahtiyor Otabek Ulugbek Sherzod Farrukh Farruh Jasur
  Javlon Dilshod Alisher Azamat Bekzod Temur Timur Aibek Nurlan Daniyar Erlan Marat Ruslan Ravshan Sardor Shukhrat Zafar Elis Semra Emine Fatme Aishe
  Ayshe Ayse Aysel Aysun Ajsel Gyulten Gulten Gulsen Gulshen Nazife Nevin Nurten Nurhan Sevda Sevgi Sevim Sevdzhan Shukran Zeynep Zejnep Hatice
  Hatidze Hatidje Meryem Merve Elif Ebru Ozlem Derya Filiz Fidan Sibel Songul Tulay Yasemin Zehra Hasan Huseyin Mehmed Mehmet Ahmed Ahmet Mustafa
  Ismail Ibrahim Osman Orhan Erdal Erkan Murat Yusuf Ramadan Rufat Sali Shaban Dzhevdet Nedzhmi Erdzhan Minka Penka Ginka Tinka Zlatka Stanka Radka
  Ralitsa Ralica Ralitza Vanya Tanya Ganka Donka Elenka Rositsa Rosica Rumyana Rumiana Snezhana Snezana Snejana Stoyanka Tsvetana Cvetana Tsvetelina
  Cvetelina Yordanka Jordanka Zdravka Vasilka Vesela Veselina Velichka Violeta Kalina Kapka Iskra Iliana Ilijana Gergana Galya Galja Dobrinka
  Desislava Denitsa Denica Borislava Blagovesta Antoaneta Albena Asya Asja Mariela Mariyka Marijka Milka Nedyalka Nevena Pavlina Petranka Plamena
  Silvena Slavka Sonya Teodora Teodorka Todorka Yana Yoana Joana Yuliana Zornitsa Zornica Krasimira Kremena Katya Lalka Lilyana Ljubka Lyubka
  Margarita Stefka Svetla Simona Asen Atanas Blagoi Blagoy Bogomil Boris Borislav Boyan Bojan Vasil Velko Ventsislav Vencislav Veselin Georgi Grigor
  Damyan Damjan Dimitar Dimo Dobri Emil Zhelyazko Zhivko Zivko Ivaylo Ivailo Iliya Ilija Kalin Kiril Kostadin Krasimir Krum Lyuben Ljuben Lyubomir
  Ljubomir Manol Metodi Milen Mincho Nayden Najden Nedelcho Nikolay Nikolaj Ognyan Pavel Penko Petar Plamen Radko Radoslav Rangel Rosen Rumen Simeon
  Stanimir Stoyan Stojan Tihomir Todor Toncho Hristo Tsanko Tsvetan Cvetan Chavdar Yavor Javor Yordan Jordan Yanko Janko Ljubisa Ljubiša Radoje Radoja
  Radovan Radomir Radisa Radiša Milorad Miodrag Milutin Milan Milos Miloš Mirko Miroslav Mladen Momcilo Momčilo Nebojsa Nebojša Nedeljko Nemanja Nenad
  Obrad Ognjen Pavle Predrag Ranko Ratko Savo Sinisa Siniša Slavko Slobodan Sreten Srdjan Srđan Stanko Stevan Svetozar Tomislav Uros Uroš
  Vasilije Veljko Vladan Vladimir Vlastimir Vojislav Vojin Zdravko Zoran Zarko Žarko Zivan Živan Zivojin Živojin Zivorad Živorad Dragan Dragisa
  Dragiša Dragoljub Dragomir Dusan Dušan Djordje Đorđe Djoko Đoko Branislav Branko Bozidar Božidar Blagoje Aleksa Budimir Dalibor Damir Darko Dejan
  Denis Dino Edin Emir Enes Fikret Goran Haris Igor Ivica Jasmin Jovan Kemal Krsto Lazar Luka Marinko Marko Mario Mensur Mihajlo Milenko Milija
  Mihailo Nikica Nusret Rajko Relja Sead Senad Sejo Spasoje Stipe Suad Sulejman Tarik Vedran Velibor Zvonko Zlatko Melisa Melissa Jovana Ruzica Ružica
  Dragana Dragica Katarina Kristina Ljubica Ljubinka Ljiljana Marijana Milica Milena Milijana Mirjana Mira Nada Nadica Natasa Nataša Nevenka Olivera
  Persida Radmila Radojka Ruza Ruža Sanja Sladjana Slađana Slavica Slobodanka Snežana Sofija Stanislava Suzana Svetlana Tamara Tatjana Tijana Vera
  Verica Vesna Vida Zagorka Zivka Živka Zorica Zorka Zora Anica Andjela Anđela Biljana Bojana Branka Branislava Danijela Danica Darinka Dobrila Dunja
  Dusica Dušica Djurdja Đurđa Emina Amra Azra Aida Alma Amela Amina Aldina Almira Dzenana Dženana Elma Elvira Fatima Hajra Hatidza Indira Jasmina
  Jasna Lejla Mersiha Merima Mirsada Nermina Nusreta Rabija Sabina Samira Sanela Selma Senada Sedzida Zejna Zumra Anka Bosiljka Dragoslava Gordana
  Gospava Ikonija Jagoda Jela Jelica Jadranka Jagica Kosara Kovilja Leposava Mileva Miroslava Nikolina Rosa Ranka Rajka Spomenka Stoja Višnja Visnja
  Vukica Zdenka Željka Zeljka Zlata Sara Saara Eva Jana Hana Olga Věra Lenka Jitka Katka Blanka Veronika Monika Erika Nikola Nikol Zaneta Žaneta Zdena
  Zdeňka Zuzana Alena Alzbeta Alžběta Andrea Aneta Barbora Bara Bozena Božena Dagmar Daniela Dana Denisa Dita Drahomira Drahomíra Eliska Eliška Ema
  Gabriela Hedvika Helena Irena Iva Ivana Iveta Jaroslava Jarmila Jirina Jiřina Jindriska Jindřiška Julie Kamila Karolina Karolína Klara Klára
  Kristyna Kristýna Kveta Květa Libuse Libuše Lida Lída Linda Lucie Ludmila Magda Magdalena Magdaléna Marcela Marie Marketa Markéta Martina Michaela
  Milada Miluse Miluše Miriam Nela Nina Pavla Pavlína Petra Renata Renáta Romana Ruzena Růžena Sona Soňa Stepanka Štěpánka Svatava Sylva Sylvie Tereza
  Terezie Valerie Vendula Viktorie Vlasta Vladimira Vladimíra Zofie Žofie Bohumil Bohuslav Bretislav Břetislav Ctibor Dominik Eduard Frantisek
  František Hynek Jachym Jáchym Jakub Jan Jaromir Jaromír Jaroslav Jindrich Jindřich Jiri Jiří Josef Karel Kamil Krystof Kryštof Ladislav Libor
  Lubomir Lubomír Lubos Luboš Ludek Luděk Lukas Lukáš Marek Matej Matěj Matous Matouš Michal Miloslav Ondrej Ondřej Otakar Patrik Petr Premysl Přemysl
  Radek Radim Rene René Richard Robert Roman Rostislav Rudolf Slavomir Stanislav Stepan Štěpán Svatopluk Tomas Tomáš Vaclav Václav Vít Vitezslav
  Vítězslav Vladimír Vlastimil Vojtech Vojtěch Zbynek Zbyněk Zdenek Zdeněk Zdenko Emilka Emilia Zosia Kasia Basia Ania Gosia Małgosia Malgosia Ola Ela
  Ewa Ewelina Edyta Elżbieta Elzbieta Danuta Dorota Dominika Daria Czeslawa Czesława Celina Bożena Bogusława Boguslawa Bronisława Bronislawa Agnieszka
  Aleksandra Alicja Amelia Aniela Barbara Grażyna Grazyna Halina Hanna Honorata Iga Iwona Izabela Iza Jadwiga Janina Joanna Jolanta Jola Julia Justyna
  Kaja Katarzyna Kazimiera Klaudia Kornelia Krystyna Laura Lena Lidia Liliana Lucyna Ludwika Łucja Lucja Maja Małgorzata Malgorzata Marcelina Maria
  Marianna Mariola Marlena Martyna Marysia Matylda Michalina Mirosława Natalia Oliwia Oksana Patrycja Paulina Róża Sandra Stanisława Stefania Sylwia
  Teresa Urszula Wanda Weronika Wiesława Wieslawa Wiktoria Wioletta Zofia Zuzanna Zuzia Żaneta Adrian Andrzej Antoni Arkadiusz Artur Bartłomiej
  Bartlomiej Bartosz Bogdan Bogusław Boleslaw Cezary Czesław Damian Daniel Dariusz Dawid Edward Eryk Eugeniusz Feliks Filip Franciszek Grzegorz Henryk
  Hubert Ignacy Ireneusz Jacek Janusz Jarosław Jaroslaw Jerzy Józef Jozef Julian Juliusz Kacper Karol Kazimierz Konrad Krystian Krzysztof Lech Leszek
  Łukasz Lukasz Maciej Marcin Marian Mariusz Mateusz Michał Mieczysław Mieczyslaw Mikołaj Mikolaj Mirosław Oskar Paweł Pawel Piotr Przemysław
  Przemyslaw Radosław Radoslaw Rafał Rafal Remigiusz Ryszard Sebastian Sławomir Slawomir Stanisław Stanislaw Stefan Szymon Tadeusz Tomasz Tymoteusz
  Wacław Waldemar Wiesław Wieslaw Wiktor Witold Władysław Wladyslaw Wojciech Zbigniew Zdzisław Zdzislaw Zenon Zygmunt Zhenia Zhenya Женя Eugenia
  Yevhenia Yevheniia Євгенія Greta Milana Uliana Уляна Solomiia Соломія Roksolana Роксолана Злата Snizhana Сніжана Ruslana Руслана Olha Ольга Olena
  Олена Oleksandra Олександра Оксана Odarka Одарка Ніна Nelia Неля Natalka Наталка Nastia Настя Nadiya Надія Myroslava Мирослава Mariana Мар'яна
  Maryna Марина Marichka Марічка Lubov Любов Liuba Люба Liudmyla Людмила Ljudmyla Ljudmila Lesia Леся Larysa Лариса Ksenia Ксенія Khrystyna Христина
  Kateryna Катерина Katia Катя Yaroslava Ярослава Яна Yaryna Ярина Yuliia Юля Iryna Ірина Inna Інна Ivanna Іванна Zoriana Зоряна Zoia Зоя Zinaida
  Зінаїда Emma Емма Elina Еліна Dariia Дарина Darka Дарка Halyna Галина Ганна Hanka Vira Віра Viktoriia Вікторія Vasylyna Василина Valentyna Валентина
  Valeriia Валерія Bohdana Богдана Anzhela Анжела Anzhelika Анжеліка Angelina Ангеліна Alina Аліна Alla Алла Alisa Аліса Aliona Альона Alona Antonina
  Антоніна Anastasiia Анастасія Світлана Тетяна Таня Тамара Таїсія Софія Роза Раїса Поліна Павлина Orysia Орися Ostap Остап Oles Олесь Orest Орест
  Oleh Олег Oleksii Олексій Mykyta Микита Mykola Микола Mykhailo Михайло Matvii Матвій Maksym Максим Makar Levko Kyrylo Кирило Kostiantyn Костянтин
  Yurii Юрій Yukhym Yaroslav Illia Ілля Ihor Ігор Ivan Zakhar Захар Yevhen Євген Dmytro Дмитро Danylo Данило Hryhorii Григорій Hlib Гліб Vsevolod
  Volodymyr Vitalii Віталій Viktor Vasyl Василь Valerii Валерій Vadym Вадим Bohdan Богдан Borys Artem Артем Arsen Арсен Anton Antin Andrii Андрій
  Anatolii Анатолій Trokhym Taras Степан Serhii Сергій Semen Семен Rostyslav Petro Петро Pavlo Павло Panas Omelian Nazar Назар Zhanna Жанна Zina
  Petronela Georgiana Mihaela Mădălina Madalina Ionela Ionuț Ionut Ioana Ileana Ilinca Iuliana Lăcrămioara Lacramioara Lenuța Lenuta Livia Loredana
  Luminița Luminita Maricica Marinela Marioara Mirabela Mirela Monica Narcisa Nicoleta Nicolina Oana Octavia Olimpia Otilia Paraschiva Paula Petruța
  Petruta Rada Raluca Ramona Rodica Roxana Safta Sânziana Sanziana Sidonia Silvia Simina Smaranda Sorina Stela Steluța Steluta Ștefania Tatiana Timeea
  Tudorița Tudorita Valeria Varvara Vasilica Veronica Viorica Voica Zamfira Zenovia Zoița Adela Adina Adriana Agripina Alexandrina Ancuța Ancuta Anda
  Andreea Anișoara Anisoara Aurelia Aurica Beatrice Bianca Brândușa Camelia Carmen Catinca Cătălina Catalina Cecilia Claudia Constanța Corina Cornelia
  Cosmina Cristina Delia Despina Diana Doina Domnica Dorina Dumitra Ecaterina Elisabeta Eufrosina Fănica Felicia Filofteia Floarea Florentina Florica
  Florina Gherghina Ghizela Gina Alin Andrei Aurel Călin Calin Cătălin Catalin Cezar Ciprian Claudiu Constantin Corneliu Cosmin Costel Costin Cristi
  Cristian Dănuț Danut Dan Decebal Dorel Dorin Dragoș Dragos Dumitru Emilian Eusebiu Fănel Fanel Florin Gelu George Gheorghe Gheorghiță Gică Grigore
  Horia Iacob Ilie Ilarion Ion Ionel Iosif Iulian Iustin Laurențiu Laurentiu Liviu Lucian Marcel Marin Marius Matei Mihai Mihail Mircea Mitică Mitica
  Neculai Nelu Nicolae Nicu Nicușor Octavian Ovidiu Paul Petre Petrică Petrica Petru Pompiliu Radu Răzvan Razvan Romeo Romică Sandu Săndel Sergiu
  Silviu Sorin Stelian Ștefan Teodor Tiberiu Toader Traian Tudor Valentin Valeriu Vasile Vergil Viorel Virgil Vlad Zaharia Veaceslav Vitalie Serghei
  Nichita Natașa Valentina Galina Parascovia Happiness Aminata Jussara Jucara Jucilene Rosangela Rosilene Rosana Janaina Thais Taís Thaisa Tatiane
  Vanessa Viviane Simone Silvana Sueli Solange Regiane Raquel Raimunda Priscila Patricia Nayara Natália Monique Mônica Michele Marlene Marilene Márcia
  Luzia Luciana Lúcia Letícia Larissa Kelly Karina Juliana Josiane Joelma Jéssica Jessica Jaqueline Iracema Gisele Gislaine Geovana Flávia Fernanda
  Fabiana Elisângela Elaine Edilene Edna Débora Daiane Cristiane Cláudia Cleide Carla Camila Bruna Beatriz Aparecida Andréia Ana Aline Alessandra
  Wellington Wanderson Thiago Ronaldo Rodrigo Robson Reginaldo Rafael Leandro Josué Jailson Gilberto Francisco Fábio Evandro Edson Cleiton Adilson
  Yuliza Yurany Yesenia Yenny Yaneth Ximena Wendy Viviana Susana Rocío Rocio Paola Nubia Noelia Nidia Nelly Mayra Maritza Marisol Maribel Luisa Lucero
  Lorena Leidy Kimberly Karen Johana Jimena Ivonne Ingrid Guadalupe Graciela Gloria Fabiola Estefanía Estefania Emilse Carolina Brenda Blanca Azucena
  Aracely Araceli Alejandra Wilmer Wilson Rigoberto Ramiro Osvaldo Nelson Moisés Milton Marlon Julio Jorge Jhon Jairo Hernán Heriberto Freddy Fabián
  Ernesto Efraín Edwin Edgar Dagoberto Arturo Armando Alirio Abelardo Ifeoma Ifeyinwa Ngozi Nkechi Nneka Nnenna Amaka Amarachi Adaeze Adaora Chioma
  Chiamaka Chidinma Chinwe Chinyere Ebere Ezinne Obiageli Ogechi Oluchi Onyinye Uchechi Uzoma Esohe Eseosa Itohan Isoken Iyore Izogie Omosede Osarugue
  Osas Osayuki Osagie Osaro Osahon Nosa Nosakhare Aisosa Efosa Eghosa Ikponmwosa Folake Folasade Funke Funmilayo Bukola Abimbola Titilayo Temitope
  Toyin Yetunde Kehinde Taiwo Olumide Segun Tunde Femi Kayode Halima Hauwa Maryam Rukayat Safiya Zainab Success Favour Favor Joy Gift Precious
  Blessing Mercy Faith Patience Destiny Gladness Princess Queenie Godwin Goodluck Kofi Kwame Kwabena Kwasi Akua Akosua Abena Afua Efua Ekua Adjoa
  Mawuli Selorm Mensah Fatou Fatoumata Fatumata Aissatou Aïssatou Aicha Aïcha Aissata Mariama Mariam Kadiatou Kadidia Oumar Awa Binta Bintou Coumba
  Rokia Rokhaya Salimata Sira Djenabou Nafissatou Ramata Tenin Youma Mohamed Mouhamed Thierno Lamin Musa Isatou Isata Kumba Haddy Jainaba Nyima Hewan
  Selamawit Semhar Senait Tsion Tigist Tsehay Tsige Saba Rahel Ruta Meron Meseret Mulu Mehret Luwam Lemlem Kidist Kisanet Hiwot Helen Hirut Genet
  Feven Ariam Aster Almaz Alem Azeb Bethlehem Bezawit Bilen Birhan Abebech Yordanos Winta Weini Zewdi Tekle Tesfay Tesfaye Tewolde Teklay Samuel Robel
  Merhawi Medhanie Kidane Kibrom Isaias Habtom Haile Girmay Gebre Filmon Fikru Dawit Bereket Abraham Yohannes Yemane Asha Aisha Ayaan Hodan Hibo
  Fadumo Faduma Fartun Habiba Hamdi Ikram Ilhan Khadija Ladan Leyla Maryan Muna Naima Nimco Nimo Sahra Safia Shukri Ubah Warsan Yasmin Zamzam Abdi
  Abdirahman Farah Hassan Hussein Jama Liban Mahad Warsame Esther Ruth Naomi Neema Grace Rehema Furahine Immaculée Chantal Espérance Esperance Gorette
  Clémentine Béatrice Vumilia Mapendo Dieudonné Wanjiru Wanjiku Wambui Njeri Nyambura Achieng Atieno Akinyi Adhiambo Awino Auma Nakato Babirye
  Nakiganda Namutebi Nalubega Nansubuga Tendai Tatenda Tsitsi Rudo Rutendo Chipo Chenai Nyasha Farai Thandi Thandiwe Nomsa Nombuso Sibongile Zanele
  Lerato Palesa Mpho Lindiwe Ayanda Nimali Nilanthi Nadeesha Nirosha Dilrukshi Dilini Chandrika Chamari Chathurika Anoma Anusha Kumari Kusum Malani
  Manel Nayana Padma Priyanthi Ramani Renuka Rupika Samanthi Sandya Shanthi Shiromi Sujatha Sriyani Thushari Yamuna Lakshmi Kavitha Kalpana Kamini
  Jaya Jayanthi Indrani Geetha Divya Deepa Deepika Bhavani Anitha Ananya Aarti Meena Meera Manju Nisha Neha Neelam Pinki Poonam Preeti Pushpa Rekha
  Renu Ritu Roshni Sangeeta Savita Seema Shabana Shanti Shila Shobha Sonia Sudha Suman Sushma Swati Urmila Usha Vandana Vidya Arun Ashok Dinesh Ganesh
  Gurpreet Harpreet Hardeep Jaspreet Jagdish Kuldeep Mahesh Manoj Mohan Mukesh Naresh Navdeep Pankaj Pradeep Rakesh Sandeep Satnam Sukhwinder Sunil
  Tamang Maya Dolma Pema Tenzin Yangzom Bimala Chandra Devi Durga Goma Januka Laxmi Maiya Nanu Parbati Phulmaya Rupa Sabitri Saraswati Shova Sharmila
  Tara Tulasi Nasrin Nasreen Nazma Moushumi Mahmuda Lipi Kulsum Khaleda Jahanara Hasina Ferdousi Farzana Dilara Beauty Begum Bilkis Ayesha Asma Anwara
  Akhi Rokeya Rina Rahima Rabeya Ruma Salma Shamima Shefali Shilpi Sufia Taslima Abdul Alamgir Aminul Anwar Babul Delwar Faruk Habibur Jahangir Kamrul
  Mizanur Monir Nurul Rafiqul Rashed Rubel Saiful Selim Shafiqul Shahin Sohel Zakir Bibi Farida Ghazala Gulalai Hafsa Humaira Iqra Kiran Laila Mahnaz
  Naheed Najma Nazia Parveen Parwana Rabia Razia Rukhsana Rubina Saima Sajida Samina Shabnam Shazia Shaista Sidra Sobia Sumaira Tahira Uzma Zarmina
  Zohra Soraya Shirin Shukria Roya Palwasha Nilofar Negin Nargess Masuma Malalai Lina Freshta Fariba Farzaneh Basira Azita Arezo Ali Reza Hamid Farhad
  Ehsan Najib Mirwais Omid Rahim Sharif Zabihullah Zalmai Nur Nour Nura Noura Rima Rana Rania Reem Rasha Razan Rahaf Ranim Hanan Hanin Heba Hiba Huda
  Iman Inas Israa Joumana Lamia Lubna Maissa Malak Manal Marwa Maysa Maysoun Mona Nadine Najwa Nawal Nisreen Rula Sahar Salwa Samah Samar Sawsan
  Shaima Shatha Suha Wafaa Yara Zeina Abdel Abdallah Abdullah Adel Adnan Amer Amir Anas Ayman Bashar Basel Bassam Bilal Fadi Faisal Firas Ghassan
  Haitham Hani Hisham Iyad Jamil Karim Khaled Maher Mahmoud Majed Marwan Mazen Mohammad Muhammad Munir Mustapha Nabil Nader Nasser Nizar Omar Qasim
  Rami Rashid Riad Saad Said Salah Salim Samir Sami Tarek Tariq Walid Wael Yasser Youssef Yousef Ziad Ziyad Fatiha Latifa Nezha Rachida Saida Souad
  Zineb Hayat Hajar Houda Ilham Karima Loubna Meriem Najat Ouafa Samia Siham Soumaya Wafa Yamina Abdelkader Abdelaziz Brahim Driss Hamza Hicham Jawad
  Lahcen Mourad Noureddine Rachid Redouane Yassine Zakaria Amel Dounia Djamel Farid Fouad Kamel Lamine Malek Nassim Sofiane Mai Linh Lien Hoa Huong
  Kim Nga Ngan Nguyet Nhi Phuc Phung Quyen Suong Tinh Trinh Truc Tuoi Tuyen Vinh Xoan Dinh Hai Hau Hieu Hoang Huy Khang Khoi Manh Nghia Nhan Phat
  Phong Quan Quoc Thang Thinh Trung Truong Mei Xiu Xiaomei Xiaoli Xiaoling Xiaoyan Huifang Jing Jinhua Juan Lihua Lijuan Limei Meiling Meifang Qiong
  Wenjing Xiang Yanhong Jian Liang Qiang Shun Xiaodong Malee Ploy Pim Pornthip Porntip Ratana Rattana Siriporn Somchai Sombat Somsak Sunisa Suchada
  Supaporn Wanida Wilai Anong Apinya Arunee Boonmee Busaba Chailai Duangjai Jintana Kanya Mayuree Napaporn Orathai Pranee Prasert Preecha Sakda Urai
  Yupin Dewi Siti Wati Endang Fitri Indah Kartini Lestari Ningsih Nurhayati Rini Sulastri Sumiati Suwarni Tini Tuti Wahyuni Yanti Agus Bambang Budi
  Dedi Eko Hendra Joko Slamet Sutrisno Wayan Yanto Romy Marieke Marijke Mieke Anouk Femke Fleur Lieke Lotte Maaike Manon Mirthe Nienke Renske Sanne
  Tessa Veerle Wietske Willemijn Yvonne Jolien Griet Katrien Liesbeth Annelies Anneke Ingeborg Hilde Hilda Heidi Hedwig Jeroen Joost Bart Daan Dirk
  Gijs Jaap Jelle Koen Luuk Maarten Matthijs Niels Pieter Rik Ruben Sander Sjoerd Stijn Teun Thijs Tijmen Wouter Chayenne Cheyenne Chantalle Denise
  Djamilla Esmeralda Esma Jasmijn Kimberley Leila Lisa Maartje Melanie Michelle Nathalie Priscilla Samantha Shanice Shannon Shirley Tiffany Saskia
  Nadja Natascha Nicole Rebekka Sonja Steffi Svenja Swenja Tanja Ulrike Verena Anja Anke Annika Antje Bärbel Birgit Britta Christel Doris Elke
  Franziska Friederike Gabi Gerda Gisela Gudrun Heike Ines Jacqueline Jennifer Jutta Karin Katharina Kathrin Kerstin Kirsten Leonie Lieselotte
  Madeleine Mandy Manuela Mareike Margit Marion Merle Mia Mirjam Nele Dschamila Dschamal Schirin Scherin Schanna Schenja Jewgenia Jewgenija Jekaterina
  Jelena Julija Ljuba Ljubow Oxana Tamila Walentina Wera Witalij Wolodymyr Wladimir Waleri Wassyl Wassili Sergej Serhij Andrij Andrej Aleksej Oleksij
  Mychajlo Mykhajlo Jurij Jewhen Iwan Dmitri Anatolij
`;
