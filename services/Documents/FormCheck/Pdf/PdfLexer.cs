using System.Globalization;
using System.Text;

namespace Emulation.Documents.FormCheck.Pdf;

internal sealed record PdfName(string Value);

internal sealed record PdfReference(int Number);

internal sealed record PdfOperator(string Word);

internal sealed record PdfText(byte[] Bytes);

internal sealed record PdfStream(Dictionary<string, object?> Entries, int Start);

/// <summary>Reads the values of a PDF one by one. Every value costs a step, and nesting is bounded.</summary>
internal sealed class PdfLexer(byte[] data, int start, int end, WorkBudget budget, bool references)
{
    private const int Deepest = 60;
    private static readonly object Closed = new();

    public static readonly object Nothing = new();

    public int Position { get; set; } = start;

    /// <summary>The next value; <see cref="Nothing"/> at the end.</summary>
    public object? Read(int depth = 0)
    {
        budget.Step();
        if (depth > Deepest)
            throw Broken();
        SkipBlanks();
        if (Position >= end)
            return Nothing;
        switch ((char)data[Position])
        {
            case '/':
                return Name();
            case '(':
                return LiteralText();
            case '<' when Position + 1 < end && data[Position + 1] == '<':
                Position += 2;
                return Dictionary(depth);
            case '<':
                return HexText();
            case '[':
                Position++;
                return Items(depth);
            case ']' or '{' or '}':
                Position++;
                return Closed;
            case '>':
                Position += Position + 1 < end && data[Position + 1] == '>' ? 2 : 1;
                return Closed;
            case ')':
                throw Broken();
            default:
                return NumberOrWord();
        }
    }

    public static UnreadableFileException Broken() => new("Cấu trúc tệp PDF bị hỏng.");

    /// <summary>Jumps behind the data of an inline picture.</summary>
    public void SkipInlinePicture()
    {
        for (; Position + 3 < end; Position++)
        {
            budget.Step();
            if (data[Position + 1] == 'E' && data[Position + 2] == 'I' && IsBlank(data[Position]) && (Position + 3 >= end || IsBlank(data[Position + 3])))
            {
                Position += 3;
                return;
            }
        }

        Position = end;
    }

    public void SkipBlanks()
    {
        for (; Position < end; Position++)
        {
            if (data[Position] == '%')
            {
                while (Position < end && data[Position] is not ((byte)'\n' or (byte)'\r'))
                    Position++;
            }
            else if (!IsBlank(data[Position]))
            {
                return;
            }
        }
    }

    private static bool IsBlank(byte b) => b is 0 or 9 or 10 or 12 or 13 or 32;

    private static bool Ends(byte b) => IsBlank(b) || b is (byte)'/' or (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'%';

    private List<object?> Items(int depth)
    {
        var items = new List<object?>();
        for (; ; )
        {
            var item = Read(depth + 1);
            if (ReferenceEquals(item, Closed))
                return items;
            if (ReferenceEquals(item, Nothing))
                throw Broken();
            items.Add(item);
        }
    }

    private Dictionary<string, object?> Dictionary(int depth)
    {
        var entries = new Dictionary<string, object?>();
        for (; ; )
        {
            var key = Read(depth + 1);
            if (ReferenceEquals(key, Closed))
                return entries;
            if (key is not PdfName name)
                throw Broken();
            var value = Read(depth + 1);
            if (ReferenceEquals(value, Closed) || ReferenceEquals(value, Nothing))
                throw Broken();
            entries[name.Value] = value;
        }
    }

    private PdfName Name()
    {
        var text = new StringBuilder();
        for (Position++; Position < end && !Ends(data[Position]); Position++)
        {
            if (data[Position] == '#' && Position + 2 < end && byte.TryParse(Encoding.Latin1.GetString(data, Position + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code))
            {
                text.Append((char)code);
                Position += 2;
            }
            else
            {
                text.Append((char)data[Position]);
            }
        }

        return new PdfName(text.ToString());
    }

    private PdfText HexText()
    {
        var bytes = new List<byte>();
        int high = -1;
        for (Position++; Position < end && data[Position] != '>'; Position++)
        {
            if (!char.IsAsciiHexDigit((char)data[Position]))
                continue;
            var digit = Convert.ToInt32(((char)data[Position]).ToString(), 16);
            if (high < 0)
            {
                high = digit;
                continue;
            }

            bytes.Add((byte)((high << 4) | digit));
            high = -1;
        }

        Position++;
        if (high >= 0)
            bytes.Add((byte)(high << 4));
        return new PdfText([.. bytes]);
    }

    private PdfText LiteralText()
    {
        var bytes = new List<byte>();
        var open = 1;
        for (Position++; Position < end; Position++)
        {
            var b = data[Position];
            if (b == '\\' && Position + 1 < end)
            {
                Escape(bytes);
                continue;
            }

            open += b == '(' ? 1 : b == ')' ? -1 : 0;
            if (open == 0)
            {
                Position++;
                return new PdfText([.. bytes]);
            }

            bytes.Add(b);
        }

        throw Broken();
    }

    private void Escape(List<byte> bytes)
    {
        var b = data[++Position];
        if (b is >= (byte)'0' and <= (byte)'7')
        {
            var code = 0;
            for (var i = 0; i < 3 && Position < end && data[Position] is >= (byte)'0' and <= (byte)'7'; i++, Position++)
                code = code * 8 + data[Position] - '0';
            Position--;
            bytes.Add((byte)code);
        }
        else if (b == '\r' && Position + 1 < end && data[Position + 1] == '\n')
        {
            Position++;
        }
        else if (b is not ((byte)'\r' or (byte)'\n'))
        {
            bytes.Add((char)b switch { 'n' => (byte)'\n', 'r' => (byte)'\r', 't' => (byte)'\t', 'b' => (byte)8, 'f' => (byte)12, _ => b });
        }
    }

    private object? NumberOrWord()
    {
        var from = Position;
        while (Position < end && !Ends(data[Position]))
            Position++;
        var word = Encoding.Latin1.GetString(data, from, Position - from);
        if (double.TryParse(word, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return references && number is >= 0 and < int.MaxValue && Math.Floor(number) == number ? ReferenceOr(number) : number;
        return word switch { "true" => true, "false" => false, "null" => null, _ => new PdfOperator(word) };
    }

    /// <summary>“12 0 R” is one value.</summary>
    private object ReferenceOr(double number)
    {
        var back = Position;
        var at = Position;
        while (at < end && IsBlank(data[at]))
            at++;
        var digits = at;
        while (at < end && char.IsAsciiDigit((char)data[at]))
            at++;
        if (at > digits && at - digits <= 5)
        {
            while (at < end && IsBlank(data[at]))
                at++;
            if (at < end && data[at] == 'R' && (at + 1 >= end || Ends(data[at + 1])))
            {
                Position = at + 1;
                return new PdfReference((int)number);
            }
        }

        Position = back;
        return number;
    }
}
