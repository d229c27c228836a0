using System.Globalization;
using System.Text;

namespace Emulation.Documents.Signing.Revisions;

/// <summary>Reads values from the first <paramref name="end"/> bytes of a file; every step is paid from the budget.</summary>
internal sealed class PdfLexer(byte[] data, int end, PdfBudget budget)
{
    public int Position { get; set; }

    public bool AtEnd => Position >= end;

    public void SkipBlank()
    {
        var start = Position;
        while (Position < end)
        {
            if (data[Position] == '%')
            {
                while (Position < end && data[Position] is not ((byte)'\r' or (byte)'\n'))
                    Position++;
            }
            else if (IsBlank(data[Position]))
            {
                Position++;
            }
            else
            {
                break;
            }
        }

        budget.Spend((Position - start) / 16);
    }

    public bool Take(string word)
    {
        SkipBlank();
        if (!Next(word) || (Position + word.Length < end && IsRegular(data[Position + word.Length])))
            return false;
        Position += word.Length;
        return true;
    }

    public int ReadInteger()
    {
        SkipBlank();
        var start = Position;
        while (Position < end && data[Position] is >= (byte)'0' and <= (byte)'9' && Position - start < 11)
            Position++;
        return int.TryParse(data.AsSpan(start, Position - start), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : throw PdfFaultException.Broken("thiếu một số nguyên");
    }

    public PdfValue ReadValue(int depth = 0)
    {
        if (depth > PdfBudget.MostDepth)
            throw new PdfFaultException("Tệp PDF lồng quá nhiều lớp, hệ thống không đọc tiếp để giữ an toàn.");
        budget.Spend(1);
        SkipBlank();
        if (AtEnd)
            throw PdfFaultException.Broken("dữ liệu kết thúc giữa chừng");
        switch (data[Position])
        {
            case (byte)'/':
                return new PdfName(ReadName());
            case (byte)'(':
                return ReadLiteral();
            case (byte)'[':
                return ReadArray(depth);
            case (byte)'<':
                return Next("<<") ? ReadDictionary(depth) : ReadHex();
            default:
                return ReadToken();
        }
    }

    private PdfArray ReadArray(int depth)
    {
        Position++;
        var items = new List<PdfValue>();
        for (SkipBlank(); !Next("]"); SkipBlank())
            items.Add(ReadValue(depth + 1));
        Position++;
        return new PdfArray(items);
    }

    private PdfDictionary ReadDictionary(int depth)
    {
        Position += 2;
        var entries = new Dictionary<string, PdfValue>(StringComparer.Ordinal);
        for (SkipBlank(); !Next(">>"); SkipBlank())
        {
            if (!Next("/"))
                throw PdfFaultException.Broken("từ điển thiếu tên khóa");
            // Programs differ in which of two equal keys they take: such a file shows different things to different readers.
            if (!entries.TryAdd(ReadName(), ReadValue(depth + 1)))
                throw PdfFaultException.Broken("một khóa xuất hiện hai lần");
        }

        Position += 2;
        return new PdfDictionary(entries);
    }

    private string ReadName()
    {
        var start = ++Position;
        var name = new StringBuilder();
        while (Position < end && IsRegular(data[Position]))
        {
            var at = data[Position++];
            if (at == '#' && Position + 1 < end && Uri.IsHexDigit((char)data[Position]) && Uri.IsHexDigit((char)data[Position + 1]))
            {
                name.Append((char)byte.Parse(data.AsSpan(Position, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                Position += 2;
            }
            else
            {
                name.Append((char)at);
            }
        }

        budget.Spend((Position - start) / 16);
        return name.ToString();
    }

    private PdfString ReadHex()
    {
        var start = Position++;
        var digits = new StringBuilder();
        for (; ; Position++)
        {
            if (AtEnd)
                throw PdfFaultException.Broken("chuỗi không đóng");
            if (data[Position] == '>')
                break;
            if (Uri.IsHexDigit((char)data[Position]))
                digits.Append((char)data[Position]);
            else if (!IsBlank(data[Position]))
                throw PdfFaultException.Broken("chuỗi thập lục phân có ký tự lạ");
        }

        Position++;
        budget.Spend((Position - start) / 16);
        if (digits.Length % 2 == 1)
            digits.Append('0');
        return new PdfString(Convert.FromHexString(digits.ToString()), start, Position);
    }

    private PdfString ReadLiteral()
    {
        var start = Position++;
        var bytes = new List<byte>();
        for (var open = 1; ;)
        {
            if (AtEnd)
                throw PdfFaultException.Broken("chuỗi không đóng");
            var c = data[Position++];
            if (c == '\\')
            {
                ReadEscape(bytes);
                continue;
            }

            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (open == 0)
                break;
            bytes.Add(c);
        }

        budget.Spend((Position - start) / 16);
        return new PdfString([.. bytes], start, Position);
    }

    private void ReadEscape(List<byte> bytes)
    {
        if (AtEnd)
            throw PdfFaultException.Broken("chuỗi không đóng");
        var c = data[Position++];
        if (c is >= (byte)'0' and <= (byte)'7')
        {
            var code = c - '0';
            for (var i = 0; i < 2 && !AtEnd && data[Position] is >= (byte)'0' and <= (byte)'7'; i++)
                code = code * 8 + data[Position++] - '0';
            bytes.Add((byte)code);
        }
        else if (c == '\r')
        {
            if (Next("\n"))
                Position++;
        }
        else if (c != '\n')
        {
            bytes.Add(c switch { (byte)'n' => (byte)'\n', (byte)'r' => (byte)'\r', (byte)'t' => (byte)'\t', (byte)'b' => (byte)'\b', (byte)'f' => (byte)'\f', _ => c });
        }
    }

    private PdfValue ReadToken()
    {
        var text = ReadWord();
        if (text.Length == 0)
            throw PdfFaultException.Broken("có ký tự lạ");
        // “12 0 R” is one value, “12 0” are two.
        if (char.IsAsciiDigit(text[0]) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            var after = Position;
            SkipBlank();
            if (int.TryParse(ReadWord(), NumberStyles.None, CultureInfo.InvariantCulture, out var generation) && Take("R"))
                return new PdfReference(number, generation);
            Position = after;
        }

        return text is "true" or "false" or "null" || new PdfToken(text).Number is not null ? new PdfToken(text) : throw PdfFaultException.Broken("có từ lạ");
    }

    private string ReadWord()
    {
        var start = Position;
        while (Position < end && IsRegular(data[Position]) && Position - start < 64)
            Position++;
        return Encoding.Latin1.GetString(data, start, Position - start);
    }

    private bool Next(string word)
    {
        if (Position + word.Length > end)
        {
            if (AtEnd)
                throw PdfFaultException.Broken("dữ liệu kết thúc giữa chừng");
            return false;
        }

        for (var i = 0; i < word.Length; i++)
        {
            if (data[Position + i] != word[i])
                return false;
        }

        return true;
    }

    private static bool IsBlank(byte c) => c is 0 or 9 or 10 or 12 or 13 or 32;

    private static bool IsRegular(byte c) => !IsBlank(c) && c is not ((byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%');
}
