// Which columns hold the text and the id, and whether a table names its columns: guesses, to be looked at by a person.

/** Rows that are looked at. */
const sampleSize = 300;

/** Names people give to columns, in the languages that are screened. */
const textNames = names(`
  text|texts|body|message|messages|msg|content|contents|description|descriptions|desc|post|caption|comment|ad|advert|
  advertisement|jd|tweet|transcript|details|offer|
  nội dung|noi dung|mô tả|tin nhắn|bài viết|văn bản|内容|內容|正文|文本|描述|信息|消息|訊息|简介|職位描述|职位描述|
  岗位描述|工作内容|工作內容|ข้อความ|เนื้อหา|รายละเอียด|คำอธิบาย|isi|teks|pesan|deskripsi|konten|keterangan|mesej|kandungan|
  អត្ថបទ|សារ|ខ្លឹមសារ|ពិពណ៌នា|संदेश|पाठ|विवरण|सामग्री|
  टेक्स्ट|النص|نص|الرسالة|رسالة|المحتوى|الوصف|текст|сообщение|описание|содержание|
  texto|mensaje|descripción|contenido|texte|contenu|本文|メッセージ|テキスト|내용|본문|메시지|설명`);
const titleNames = names(`
  title|subject|headline|job title|tiêu đề|标题|標題|题目|職位|职位|หัวข้อ|judul|tajuk|ចំណងជើង|शीर्षक|العنوان|عنوان|заголовок|
  título|titre|件名|タイトル|제목`);
const idParts = names("id|uuid|guid|nr");
const idNames = names("id|ids|uuid|guid|key|nr|no|no.|number|编号|編號|序号|序號|รหัส|mã|номер|رقم|번호|番号");
/** Parts of names of columns that are about a text and do not hold it: "message_id", "text_length". */
const besideNames = names("id|ids|count|length|len|size|date|time|url|link|lang|language|type|status|hash|user|author");

function names(list) {
  return new Set(list.split("|").map((name) => name.trim()));
}

/** Words of the longest name; sentences have more, with a "no" or an "offer" among them. */
const longestName = 4;

/** A name as a whole, then its parts: "jobDescription" has "job" and "description". */
function parts(name) {
  const parted = name.trim().replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").toLowerCase().split(/[\s_\-./]+/);
  return [name.trim().toLowerCase(), ...parted];
}

function isNamed(name, some) {
  const all = parts(name);
  return all.length <= longestName + 1 && all.some((part) => some.has(part));
}

function isTextName(name) {
  return isNamed(name, textNames) && !parts(name).slice(1).some((part) => besideNames.has(part));
}

function isIDName(name) {
  const [whole, ...all] = parts(name);
  return idNames.has(whole) || all.some((part) => idParts.has(part));
}

/** Whether cells hold a name that columns with texts, titles or ids often have; of several words only as a whole. */
export function holdsNames(cells) {
  const isName = (name) => isTextName(name) || isNamed(name, titleNames) || isIDName(name);
  const isWholeName = (name) => [textNames, titleNames, idNames].some((names) => names.has(name.trim().toLowerCase()));
  return cells.some((cell) => (/\s/.test(cell.trim()) ? isWholeName(cell) : isName(cell)));
}

/** Whether a first row names the columns of those below it. */
export function guessHeader(rows) {
  const [first, ...rest] = rows.slice(0, sampleSize);
  if (!rest.length || first.some((cell) => cell.length > 60)) return false;
  if (holdsNames(first)) return true;
  if (first.some((cell) => cell.trim() === "" || /^[\d.,:/+-]+$/.test(cell.trim()) || /[@:/]/.test(cell))) return false;
  // Names are shorter than what stands below them, or stand above numbers.
  return first.some((name, column) => {
    const { length, numbers } = measure(rest, column);
    return length > 3 * name.length + 10 || numbers > 0.9;
  });
}

/** `{text: [columns], id: column or null}` for columns with these names. */
export function guessColumns(header, rows) {
  const sample = rows.slice(0, sampleSize);
  const columns = header.map((name, place) => ({ name, place, ...measure(sample, place) }));
  const longest = (some) => [...some].sort((one, other) => other.length - one.length)[0];
  const named = columns.filter(({ name, length, numbers }) => isTextName(name) && length >= 8 && numbers < 0.5);
  const main = longest(named) ?? longest(columns);
  const title = longest(columns.filter(({ name, length }) => length >= 3 && isNamed(name, titleNames)));
  const id = columns.find(({ name, isUnique, place }) => isUnique && place !== main?.place && isIDName(name));
  const text = [...new Set([title?.place, main?.place])].filter((place) => place !== undefined);
  return { text: text.sort((one, other) => one - other), id: id?.place ?? null };
}

/** Mean length, share of numbers, and whether no cell comes twice. */
function measure(rows, place) {
  const cells = rows.map((row) => row[place]?.trim() ?? "").filter(Boolean);
  const sum = cells.reduce((total, { length }) => total + length, 0);
  return {
    length: sum / Math.max(1, cells.length),
    numbers: cells.filter((cell) => /^[\d.,:/ +-]+$/.test(cell)).length / Math.max(1, cells.length),
    isUnique: cells.length > 0 && new Set(cells).size === cells.length,
  };
}

/** Names for all columns: those without one get `fallback(number)`, repeated ones are numbered. */
export function columnNames(header, width, fallback) {
  const seen = new Map();
  return Array.from({ length: width }, (_, place) => {
    const name = header[place]?.trim() || fallback(place + 1);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count > 1 ? `${name} (${count})` : name;
  });
}
