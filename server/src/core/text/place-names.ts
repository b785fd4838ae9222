const COUNTRIES: ReadonlySet<string> = new Set(
  (
    'afghanistan|albania|algeria|angola|argentina|armenia|australia|austria|azerbaijan|bahrain|bangladesh|belarus|belgium|benin|bhutan|bolivia|' +
    'bosnia and herzegovina|botswana|brazil|brunei|bulgaria|burkina faso|burundi|cambodia|cameroon|canada|chad|chile|china|colombia|costa rica|croatia|cuba|' +
    'cyprus|czechia|czech republic|denmark|djibouti|dominican republic|ecuador|egypt|el salvador|eritrea|estonia|eswatini|ethiopia|fiji|finland|france|' +
    'gabon|gambia|georgia|germany|ghana|greece|guatemala|guinea|guyana|haiti|honduras|hong kong|hungary|iceland|india|indonesia|iran|iraq|ireland|israel|' +
    'italy|ivory coast|jamaica|japan|jordan|kazakhstan|kenya|kosovo|kuwait|kyrgyzstan|laos|latvia|lebanon|lesotho|liberia|libya|lithuania|luxembourg|' +
    'madagascar|malawi|malaysia|maldives|mali|malta|mauritania|mauritius|mexico|moldova|mongolia|montenegro|morocco|mozambique|myanmar|namibia|nepal|' +
    'netherlands|new zealand|nicaragua|niger|nigeria|north korea|north macedonia|norway|oman|pakistan|palestine|panama|papua new guinea|paraguay|peru|' +
    'philippines|poland|portugal|qatar|romania|russia|rwanda|saudi arabia|senegal|serbia|sierra leone|singapore|slovakia|slovenia|somalia|south africa|' +
    'south korea|korea|south sudan|spain|sri lanka|sudan|suriname|sweden|switzerland|syria|taiwan|tajikistan|tanzania|thailand|timor-leste|togo|' +
    'trinidad and tobago|tunisia|turkey|türkiye|turkmenistan|uganda|ukraine|united arab emirates|united kingdom|united states|united states of america|' +
    'uruguay|uzbekistan|venezuela|vietnam|viet nam|yemen|zambia|zimbabwe|england|scotland|wales|northern ireland|great britain|britain|uk|us|usa|uae|u.s.|u.k.'
  ).split('|'),
);

/** Countries, regions and large cities: "(Karachi, 2024)" and "Lahore (1940)" name a place and a date. Facts only, in lower case. */
const PLACES: ReadonlySet<string> = new Set([
  ...COUNTRIES,
  ...(
    'eu|europe|european union|asia|south asia|africa|sub-saharan africa|latin america|north america|south america|middle east|oceania|global south|global north|world|' +
    'punjab|sindh|balochistan|khyber pakhtunkhwa|gilgit-baltistan|azad kashmir|kashmir|kerala|maharashtra|gujarat|tamil nadu|karnataka|bengal|west bengal|' +
    'california|texas|new york|new york city|florida|massachusetts|ontario|quebec|bavaria|catalonia|' +
    'karachi|lahore|islamabad|rawalpindi|faisalabad|multan|peshawar|quetta|gwadar|hyderabad|sialkot|gujranwala|delhi|new delhi|mumbai|kolkata|chennai|bangalore|' +
    'bengaluru|dhaka|chittagong|colombo|kathmandu|kabul|tehran|baghdad|riyadh|jeddah|dubai|abu dhabi|doha|muscat|amman|beirut|damascus|cairo|istanbul|ankara|' +
    'jerusalem|tel aviv|nairobi|lagos|abuja|accra|addis ababa|johannesburg|cape town|kigali|kampala|dakar|rabat|tunis|algiers|london|manchester|edinburgh|cardiff|' +
    'belfast|dublin|paris|lyon|marseille|brussels|amsterdam|rotterdam|the hague|hague|berlin|munich|hamburg|frankfurt|bonn|vienna|zurich|geneva|bern|rome|milan|madrid|' +
    'barcelona|lisbon|athens|warsaw|prague|budapest|bucharest|sofia|belgrade|zagreb|copenhagen|stockholm|oslo|helsinki|reykjavik|tallinn|riga|vilnius|kyiv|kiev|' +
    'moscow|st petersburg|tashkent|almaty|astana|beijing|shanghai|shenzhen|guangzhou|taipei|seoul|tokyo|osaka|kyoto|hanoi|ho chi minh city|bangkok|' +
    'kuala lumpur|jakarta|manila|sydney|melbourne|canberra|auckland|wellington|ottawa|toronto|montreal|vancouver|washington|washington dc|washington d.c.|' +
    'boston|chicago|los angeles|san francisco|seattle|houston|philadelphia|mexico city|bogota|bogotá|lima|santiago|buenos aires|montevideo|rio|rio de janeiro|' +
    'são paulo|sao paulo|brasilia|brasília|caracas|havana|marrakesh|marrakech|sharm el-sheikh|glasgow|bletchley|davos|doha|bali|baku|belém|belem|kigali|copenhagen|' +
    'cambridge|oxford|cancún|cancun|sendai|incheon|nagoya|montreux|rio grande|bandung|kunming|montréal'
  ).split('|'),
]);

/** Is the whole name a place ("Lahore", "Lahore, Pakistan", "the Netherlands")? */
export const isPlaceName = (name: string): boolean =>
  name.split(',').every((part) => PLACES.has(part.trim().toLowerCase().replace(/^the /, '')));

/** Is it a country, or one of a union of countries ("Wales")? */
export const isCountryName = (name: string): boolean => COUNTRIES.has(name.trim().toLowerCase().replace(/^the /, ''));
