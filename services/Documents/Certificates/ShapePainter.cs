using System.Globalization;
using System.Text.RegularExpressions;
using Emulation.Documents.Rendering.Pdf;

namespace Emulation.Documents.Certificates;

/// <summary>Draws shapes given as paths with the commands M L H V C Z and absolute numbers.</summary>
internal static partial class ShapePainter
{
    /// <param name="drawing">Takes the shape.</param>
    /// <param name="shape">Path and colours.</param>
    /// <param name="place">From the coordinates of the asset to those of the page.</param>
    /// <param name="scale">Points in one unit of the asset, for the width of lines.</param>
    public static void Paint(PdfDrawing drawing, AssetShape shape, Func<double, double, (double X, double Y)> place, double scale)
    {
        var tokens = Tokens().Matches(shape.Path);
        if (tokens.Sum(t => t.Length) != shape.Path.Count(c => !char.IsWhiteSpace(c) && c != ','))
            throw new InvalidDataException($"Path holds something else than M L H V C Z and numbers: {shape.Path}");
        double x = 0, y = 0;
        var command = ' ';
        for (var i = 0; i < tokens.Count;)
        {
            if (char.IsLetter(tokens[i].Value[0]))
                command = tokens[i++].Value[0];
            switch (command)
            {
                case 'M':
                    Point((px, py) => drawing.MoveTo(px, py));
                    command = 'L';
                    break;
                case 'L':
                    Point((px, py) => drawing.LineTo(px, py));
                    break;
                case 'H':
                    x = Next();
                    To();
                    break;
                case 'V':
                    y = Next();
                    To();
                    break;
                case 'C':
                    var (first, second) = (place(Next(), Next()), place(Next(), Next()));
                    Point((px, py) => drawing.CurveTo(first.X, first.Y, second.X, second.Y, px, py));
                    break;
                case 'Z':
                    drawing.Close();
                    command = ' ';
                    break;
                default:
                    throw new InvalidDataException($"Path begins with a number: {shape.Path}");
            }

            void To() => Draw((px, py) => drawing.LineTo(px, py));

            void Point(Action<double, double> draw)
            {
                (x, y) = (Next(), Next());
                Draw(draw);
            }

            void Draw(Action<double, double> draw)
            {
                var (px, py) = place(x, y);
                draw(px, py);
            }

            double Next() => i < tokens.Count && double.TryParse(tokens[i++].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw new InvalidDataException($"A number is missing in the path {shape.Path}");
        }

        drawing.Paint(Colour(shape.Fill), Colour(shape.Stroke), shape.Width * scale);
    }

    private static Rgb? Colour(string? text) =>
        text is null ? null : Rgb.TryParse(text, out var colour) ? colour : throw new InvalidDataException($"{text} is no colour.");

    [GeneratedRegex(@"[MLHVCZ]|-?(\d+\.?\d*|\.\d+)")]
    private static partial Regex Tokens();
}
