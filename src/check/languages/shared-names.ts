/**
 * Given names that belong to none of the languages here, or are met in many spellings: of Africa, Asia and the Caucasus,
 * transliterations and short forms.
 */
export const SHARED_NAMES = `
  Thuy Tuan Hoa Linh Xuan Phuong Minh Duc Huong Trang Hang Ngoc Quynh Thao Anh Hien Hung Thanh Thi Tam Hanh Loan Yen Vy Giang Khanh Quang Hoang Nhung Thu Bich Diep Huyen Oanh Tuyet Cuong Khoa Nguyen
  Beauty Hadiza Osaze Aminatu Bilkisu Zulaihat Nafisat Chinasa Ifunanya Adanna Nwamaka Ngozika Obinna Chukwudi Tochukwu Emmanuel Samuel Endurance Sandrah Evelyn Helen Abigail Ivie Ebosele Iyabo Bisi Sola Ronke Yemisi Ndeye Oumou Mariame Djeneba Hawa Assata Nene Kadija Ramatoulaye Ousmane Mamadou Moussa Ibrahima Abdoulaye Boubacar Cheikh Souleymane Alassane Lamine Modou Ebrima Bakary Sekou Issa Seydou Idrissa Amadou Aliou Adama Abiba Adjoa Abla Afi Akouvi Ayaba Esi Adwoa Akwasi Yaw Kojo Kweku Nii Hagos Mehret Mebrahtu Berhane Eyob Simon Tekeste Yonas Biniam Senay Mulugeta Abel Natnael Bereket Rigat Saliem Zahra Idil Sagal Nasra Ifrah Deqa Amran
  Maricel Rosalie Marites Jocelyn Analyn Lorna Rowena Arlene Imelda Marilou Maribel Rosalinda Jonalyn Gemma Lourdes Marivic Leonora Josefina Dolores Nenita Perla Remedios Melinda Flordeliza Jasmin Joyce Angelica Rochelle Divina Evangeline Nirmala Sunita Sita Lakshmi Laxmi Priya Anjali Kamala Radha Sarita Gita Geeta Bimala Sushila Puja Pooja Asmita Manisha Kabita Sabita Mina Rajesh Bikash Ramesh Suresh Dipak Deepak Prakash Santosh Krishna Hari Gopal Bishnu Arjun Ravi Rahul Vijay Sanjay Balwinder Harpreet Gurpreet Mandeep Jaspreet Sukhdeep Manpreet Baljit Harjinder Jagdish Parminder Kuldeep Amandeep Rukhsana Shazia Nasreen Nazia Bushra Saima Farzana Shahida Razia Rubina Imran Asif Tariq Shahid Waqas Usman Zubair Kamran Mohammad Muhammad Mohammed Rahim Karim Abdur Mizanur Shirin Rahima Taslima Nasima Jahanara Salma Momtaz Rokeya Hasina
  Rebin Shabnam Rojda Berivan Zilan Rojin Hevin Dilan Avin Shilan Sherin Rozhin Hiwa Azad Karwan Soran Diyar Serhat Parwana Parwin Zarmina Gulalai Sakina Palwasha Zohra Nargis Shukria Marwa Mursal Laila Freshta Fereshta Homa Humaira Reza Farhad Hamid Hamida Jamila Jamil Javid Najib Nasim Wahid Zabihullah Mohsen Navid Omid Samira Soraya Roya Mahsa Niloufar Parisa Sepideh Zeinab Zaynab Rania Ranim Hiba Iman Lamia Lubna Maha Manal Nour Noor Rima Sahar Samar Shaima Souad Sumaya Wafa Yasmin Yasmina Yousra Youssef Yusuf Mustafa Mahmoud Khaled Hassan Hussein Ibrahim Tarek Walid Ziad Imane Hajar Khadija Naima Nadia Malika Houda Hanane Loubna Meryem Siham Zineb Ikram Fadwa
  Oyunaa Batbayar Batbajar Enkhtuya Dorj Bolormaa Sarnai Tuya Oyuna Bayarmaa Altantsetseg Munkhzul Nomin Ganbold Xiaomei Meihua Xiu Ying Jing Qing Xia Xiaoli Xiaoyan Yun Zhen Lihua Chunhua Ploy Somchai Malee Kanya Ploi Suda Wanida Siriporn Somsri Achara Kanokwan Sokha Srey Sopheap Chanthou Bopha Thida Khin Thiri Aye Nway Phyu Mya Siti Dewi Wati Yuni Rini Ningsih Kartini
  Otabek Gulnara Gulnoza Aigul Dilnoza Dilbar Dildora Nigora Nodira Zarina Feruza Madina Sevara Shahnoza Umida Zulfiya Mavluda Gulchehra Aizada Aida Ainura Nurgul Cholpon Jyldyz Kanykei Meerim Begimai Asel Aisulu Dinara Saule Zhanar Zhanna Jamshid Bakhtiyor Rustam Rustem Farrukh Shukhrat Sherzod Ulugbek Bobur Azamat Ruslan Timur Nurlan Bekzat Aybek Manzura Mohira Parvina Shahlo Tahmina Firuza Mehri Nino Tamar Tamara Eka Ketevan Maka Lali Manana Nana Natia Salome Khatia Anahit Armine Gayane Hasmik Lusine Nune Siranush Aygun Gunel Leyla Sevinj Ulviyya Aysel Narmin Aytan
  Lea Manon Noemie Oceane Ines Chloe Camille Jade Lina Anais Maeva Clemence Elodie Fanny Justine Laurine Louna Lucie Maelys Margaux Marine Mathilde Melissa Morgane Ophelie Pauline Romane Solene Zoe Enzo Theo Kylian Mathis Lucas Sanne Fleur Femke Lotte Noa Daan Kim Chantal Romy Britt Anouk Bente Demi Eline Esmee Evi Fenna Iris Jasmijn Kaylee Lieke Lisanne Loes Maud Merel Mila Nienke Roos Sterre Yara Bram Jesse Milan Thijs Leonie Lena Finja Jule Celine Kevin Annika Antonia Carolin Franziska Hanna Jana Janina Johanna Julia Katharina Kathrin Lara Laura Leni Lisa Luisa Maja Marie Mareike Mia Mona Nele Nadine Paula Pia Ronja Sabrina Saskia Selina Sina Sophie Svenja Tabea Theresa Verena Vivien Yvonne Shanice Kelly Chantelle Tia Kayleigh Shannon Kiera Keira Courtney Chanel Ellie Jodie Kerri Leanne Lexi Paige Tegan Zara Callum Connor Kyle Jayden Reece
  Yurany Yesenia Rosmery Kenia Wendy Shirley Yuliana Nayeli Xiomara Yaritza Leidy Yamileth Marisol Dayana Dary Jhon Fredy Katherine Yolima Yineth Yorleny Maryuri Nubia Milady Yuleidy Yulisa Yajaira Yadira Anyi Angie Karol Lizeth Mayerli Paola Shirly Sirley Viviana Ximena Zulma Belkis Yokasta Altagracia Milagros Rosanna Yahaira Jacqueline Janaina Thais Raiane Jessica Jussara Luciana Rosangela Vanderleia Nely Maritza Edelmira Eusebia Nieves Beatriz Ruth Balbina Nilda Reyna Delmy Suyapa Heydi
  Adelina Agata Aldona Alicja Aneta Bogna Bozena Dagmara Dominika Dorota Edyta Eliza Ewelina Grazyna Halina Honorata Iga Irmina Iwona Izabela Jadwiga Jagoda Jolanta Julita Justyna Kaja Kamila Karina Karolina Klaudia Kornelia Krystyna Lidia Lucja Lucyna Malwina Malgorzata Marika Marlena Martyna Marzena Matylda Natalia Nikola Oliwia Patrycja Paulina Regina Roksana Sandra Stanislawa Sylwia Teresa Urszula Wanda Weronika Wiktoria Wioletta Zaneta Zofia Zuzanna Zbigniew Dariusz Zdzislaw Ryszard Slawomir Tadeusz Waldemar Wieslaw Alzbeta Adela Barbora Bara Blanka Bohdana Dagmar Dita Drahomira Eliska Gabina Hedvika Iveta Jarmila Jaroslava Jitka Jirina Katerina Kristyna Kveta Lenka Libuse Ludmila Marketa Milada Miluse Nadezda Natalie Nela Nikol Pavla Pavlina Petra Romana Ruzena Sarka Sona Stanislava Stepanka Svatava Sylva Tereza Vendula Veronika Vlasta Zdenka Zuzana Zdenek Ladislav Miroslav Radek Josef Dusan
  Bohdan Daryna Diana Dzhamila Emma Halyna Iryna Inna Ivanna Kateryna Khrystyna Kristina Larysa Lesia Lesya Lidiia Lilia Liudmyla Liubov Maryna Marichka Myroslava Mykola Nadiia Natalka Nataliia Nelia Oksana Olena Olesia Olha Oleksandra Raisa Roksolana Ruslana Sofia Snizhana Solomiia Svitlana Taisiia Tamila Tetiana Uliana Vasylyna Vasylynka Valentyna Vira Viktoriia Vitalina Yaroslava Yevheniia Yuliia Zlata Zoia Zoriana Eduard Andrii Anton Artem Denys Dmytro Ihor Illia Ivan Kostiantyn Maksym Maksim Myron Nazar Oleh Oleksandr Ostap Pavlo Petro Roman Sashko Serhii Stepan Taras Tymofii Vasyl Viktor Vitalii Volodymyr Yaroslav Yevhen Yurii Alesia Alena Volha Nadzeia Tatsiana Sviatlana Maryia Natallia Ales Dzmitry Uladzimir
  Melek Zeliha Songul Gulsen Hatice Hatun Havva Hacer Gonul Emel Elvan Dilek Derya Burcu Busra Betul Bahar Aynur Ayten Aysun Asiye Arzu Serap Sevgi Sevim Tulay Yasemin Zehra Zubeyde Marjeta Mateja Alenka Polona Spela Nusa Tjasa Ursa Metka Vida Zala Jozica Nika Teja Tina Urska Viera Lubica Dasa Jarka Miroslava Vladka Blazena Kata Maren Ingrid Astrid Sigrid Solveig Freja Signe Sofie Mette Bodil Kirsten Karen Hanne Lise Birgit Malin Elin Ebba Linnea Tove Ylva Aino Anneli Eija Helmi Kaisa Kirsi Leena Marjatta Minna Outi Paivi Pirjo Riikka Ritva Sirpa Taina Terhi Tuula
  Eleni Dimitra Vasiliki Angeliki Georgia Ioanna Paraskevi Konstantina Despina Chrysoula Foteini Stavroula Evgenia Theodora Kyriaki Panagiota Anastasia  Mersedes Lurdes Selestina Sesilia Konsepsion Horhe Huan Hose Havier Ofelia Ophelia Blessed Myint Aye Khin Thida Sandar Phyu Nilar Sokha Sreymom Dipak Sandžaj Sanđaj Prakaš Prakash Bikram
  Kolyo Sashko Sabahudin Mirsada Erdinç Şenay Shenay Gülnara Elira Mbali Thandeka Sokhna Ndeye Clarisse Zbigniew
  aletta serghiu serdjiu serdziu ganna orsolya ionut costel wieslaw bishal kamal mehmet  Terezka Terka Barunka Barushka Anička Lenka Evička Janička Verunka Petruška Zuzka Zuzanka Kačka Kateřinka Kristýnka Oldřich Oldřiška Jindřich Bedřich Vendula Květoslav
  Elvis Elvir Elvira Denis Denisa Ram Lam Lin Singh Kaur Emeka Osase Kwame Agus Wayan Sanje Tanje Sonje Dunje Vanje Ksenije Sanji Tanji Teodora Slobodan Magdalena Mihaela
  Terenia Kasia Basia Asia Zosia Gosia Marysia Ania Hania Stasia Krysia Jadzia Joasia Małgosia Agnieszka Miljana Milica Dragana Jovanka Ljubinka Olenka Оленка Іринка Маринка Наталочка Катруся Настуня Софійка Даринка Юльчик
  Mariyka Марийка Ваня Пепи Дидка Цветелинка Радка Гинка Ионуц Ionuț Ionica Florica Măriuca Ancuța Lenuța Ionela Carmencita Lupita Rosita Anita Juanita Paquita Conchita Marietta Antonella Graziella Liesel Gretchen Annchen Anneke Marieke Janneke Margriet Mieke Lieke
  Abena Abimbola Abiola Achieng Adaeze Adamu Ade Adebayo Adenike Adesuwa Adaora Afua Aisha Aishat Akinyi Akosua Akua Ama Amadi Amaka Amara Aminata Amina Amarachi Angel Anthonia Anuli Asantewaa Assetou Awa Ayodele Ayomide Ayo Babajide Bintou Binta Blessing Bola Bolanle Bukola Chiamaka Chichi Chidi Chidinma
  Chika Chimamanda Chinedu Chinelo Chinenye Chinwe Chioma Chinonso Comfort Damilola Destiny Ebele Ebere Edna Efua Efe Ehi Ekaette Ekene Emeka Emmanuella Ese Esohe Esosa Eunice Evbu Faith Fatou Fatoumata Fatima Favour Femi Folake Folasade Funke Funmilayo Gladys Glory Godwin Goodness Habiba Hauwa Hope Idia Idowu Ife Ifeoma
  Ifeanyi Igbinosa Ikenna Imade Itohan Isoken Iyare Iyobosa Jennifer Joy Jummai Kadiatou Kehinde Kelechi Kemi Khadija Khady Kwabena Kwame Kwasi Kofi Lovett Loveth Lucky Mabel Mariama Mariam Mercy Mfon Miracle Modupe Mohamed Musa Naa Nana Ndidi Ngozi Nkechi Nkem Nneka Nnenna Nnamdi Nosa Obioma Odion Ogechi Olabisi Olamide
  Olu Oluchi Olufemi Olumide Oluwaseun Omolara Omotola Onyeka Osagie Osaro Osas Osaretin Osayi Osato Patience Peace Peculiar Precious Rejoice Remi Rita Rukayat Salimata Sade Segun Serwaa Simisola Taiwo Temitope Titilayo Tobi Tope Tunde Uche Uchenna Ugochi Uju Uzoma Vivian Yaa Yetunde Yinka Zainab Zinhle Thandiwe Tendai Rutendo Tatenda Chipo Farai Nomsa Lindiwe Sipho Nokuthula
  Abeba Abebech Abrehet Adanech Adiam Alem Almaz Asmeret Aster Azeb Bethlehem Birhan Birtukan Danait Dawit Eden Elsa Feven Filmon Freweini Genet Girma Hana Hirut Kidane Kidist Lemlem Letebrhan Luwam Makda Meron Mihret Miriam Mulu Rahel Saba Samrawit Selam Selamawit Semhar Senait Sosena Tekle Tesfaye Tigist Tirunesh Tsega Yodit Yohannes Winta Zewdi Abdi Abdirahman Asha Ayaan Faduma Fadumo Farah Fartun Hodan Hibo Ifrah Khadra Ladan Maryan Nimco Sahra Ubah
  Grace Wanjiru Wangari Njeri Nyambura Atieno Adhiambo Wambui Mumbi Auma Akello Namukasa Nakato Babirye Uwase Ingabire Umutoni Mukamana Divine Solange Chantal Esperance Clementine Fidele Bahati Amani Neema Zawadi Rehema Mwajuma Halima Rashida Furaha
  Abdul Abdulaziz Abeer Afsaneh Ahmad Ahmed Ahlam Aida Aisha Ala Alaa Ali Amal Amira Amir Anas Arezoo Asma Aya Ayman Azadeh Aziza Bahareh Basma Bilal Dalal Dalia Dina Doaa Elham Ehsan Eman Esraa Fadia Fahima Farah Fares Farida Farideh Faris Farzaneh Fatemeh Fatima Fatma Firas Firouzeh Fouzia Ghada Golnaz Habib Hadi Hala Hamid Hanan Hani Haya Heba Hiba Hind Hoda Houda Hossein Hussein Huda Ibtisam Ikram Ilham
  Iman Imane Israa Jalal Jamal Jamila Jamileh Jawad Karim Karima Khaled Khadija Khadijeh Latifa Laila Layla Leila Lina Lubna Mahmoud Maha Mahsa Majid Malak Malika Manal Mansour Mariam Marwa Maryam Masoumeh Mehdi Mina Mohammad Mohammed Mona Mounir Muhammad Mustapha Nabila Nada Nadia Naima Najat Najla Narges Nasrin Nasser Nawal Nazanin Nesrine Nisreen Noor Nour Noura Nouri Omar Omid Parisa Parvin Rabab Rabia Rachid Rachida Rahma Rana Rania Rasha Rashid
  Razan Reem Reza Rima Roya Ruba Sahar Said Saida Saideh Salam Salem Salim Salma Salwa Samar Sami Samia Samir Samira Sana Sanaa Sara Sawsan Shabnam Shadi Shahla Shaima Shirin Siham Soraya Souad Soumaya Suha Suhaila Sumaya Tahereh Tahani Tala Tariq Thuraya Walid Warda Widad Yasmin Yasmina Yasmine Yasser Yousef Youssef Zahia Zahra Zaina Zainab Zakia Zeinab Zineb Ziba Zohra Zohreh Zubaida
  Ana Anahit Ani Armen Arpine Artur Asmik Astghik Gayane Gohar Hasmik Hayk Hovhannes Karine Knarik Lilit Lusine Mane Mariam Marine Nane Narine Naira Nune Ruzanna Satenik Shushan Siranush Sona Susanna Syuzanna Tatevik Tigran Varduhi Vahe Zaruhi Eteri Giorgi Irakli Ia Ketevan Khatuna Lali Lamara Lela Levan Lia Lika Maia Maka Manana Marika Mzia Nana Nato Natela Natia Nestan Nino Nona Nutsa Rusudan Salome Sopho Tamar Tamta Tea Teona Tinatin Vakhtang Zaza Zurab
  Aygul Aysel Gulnara Gulnar Gunel Konul Lala Leyla Nigar Narmin Rena Sevinj Sevda Ulviyya Vusala Aigul Ainura Aizada Asel Aliya Aizhan Ainur Bakyt Botagoz Cholpon Dana Dinara Elmira Gulbahor Gulmira Gulshan Gulzat Kamila Kanykei Madina Malika Mohira Nargiza Nazira Nilufar Nodira Nurgul Saltanat Shahlo Umida Zarina Zamira Zebo Zulfiya Shoira Dilnoza Dilfuza
  Anh Bich Chau Dao Diep Dung Duong Giang Hai Hang Hanh Hien Hoa Hoang Hong Hung Huong Huyen Khanh Kieu Lan Lien Linh Loan Mai Minh Nga Ngan Ngoc Nguyen Nguyet Nhi Nhung Oanh Phuong Quyen Quynh Quang Tam Thanh Thao Thi Thu Thuy Tien Trang Tran Trinh Truc Tuan Tuyen Tuyet Uyen Vinh Vy Xuan Yen
  Bao Chen Fang Fen Hong Hua Jia Jing Jun Li Lihua Ling Mei Meiling Min Ping Qian Qing Rong Shan Ting Wei Wen Xia Xiao Xiaomei Xiaoli Xin Xiu Xue Yan Yang Ying Yu Yun Zhang Zhen Zhi Wang Liu Zhao Zhou
  Analyn Annalyn Angelica Arlene Cherry Cristy Divina Evangeline Gemma Girlie Imelda Jocelyn Jenalyn Jovelyn Lorna Ligaya Lourdes Maricel Maricar Marites Marivic Melody Mylene Nenita Perla Remy Rowena Rosalie Rosalinda Rosemarie Rowena Sheryl Teresita Vilma Jerome Rodel Reynaldo Danilo Jomar
  Anong Apinya Areeya Busaba Chanida Kanya Kamon Kanokwan Lawan Malai Malee Mali Orathai Pakpao Patcharee Pim Pornthip Ratana Siriporn Somchai Somsri Somporn Sukanya Suda Sunan Supaporn Suwan Wanida Wilai Dewi Endang Indah Kartika Lestari Nurul Putri Ratna Rini Siti Sri Sulastri Suharti Tuti Wati Yuni Eni
  Aarti Abha Anita Anjali Anjana Anju Archana Asha Babita Bhavna Bimala Chandra Deepa Deepika Devi Divya Durga Ganga Gita Gurpreet Harpreet Indira Indu Jaspreet Jyoti Kamala Kamla Kavita Kiran Komal Krishna Lakshmi Laxmi Lata Madhu Mala Manju Manisha Maya Meena Meera Mina Namita Neelam Neha Nirmala Nisha Nita Padma Parvati Pooja Prabha Pramila Pratima Preeti Priya Priyanka Puja Pushpa Radha Rajesh Rajni Rakhi Ramesh Rashmi
  Rekha Renu Ritu Roshni Sabitri Sangita Sanjay Sanjeev Sarita Saroj Saraswati Savitri Seema Shanti Sharda Sharmila Sheela Shobha Shreya Sita Sunil Sunita Suresh Sushila Sushma Swati Tara Uma Urmila Usha Vidya Vijay Vimala Ayesha Fauzia Farzana Ghulam Imran Kulsum Mumtaz Nasreen Nasim Nazia Parveen Rubina Rukhsana Saima Sajida Shabana Shahid Shahnaz Shamima Shazia Sultana Tahira Tahmina Tasleem Yasmeen
  Marta Yarisbel Yuleidy Yamileth Dulce Milagros Altagracia Xiomara Dayana Daniely Rosmery Nathaly Jhoana Leidy Yenny Wendy Katherin Jhon Wilmer Edison Marlon Norma Blanca Reina Sonia Evelin Zulema Nohemi
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
