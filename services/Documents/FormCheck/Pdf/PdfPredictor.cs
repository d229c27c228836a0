namespace Emulation.Documents.FormCheck.Pdf;

/// <summary>Takes back the row filters of PNG that tables and packed objects are stored with.</summary>
internal static class PdfPredictor
{
    public static byte[] Undo(byte[] data, Dictionary<string, object?>? parameters, PdfSource source)
    {
        if (parameters is null || (source.Number(parameters.GetValueOrDefault("Predictor")) ?? 1) < 10)
            return data;
        var columns = Math.Clamp((int)(source.Number(parameters.GetValueOrDefault("Columns")) ?? 1), 1, 100_000);
        var pixel = Math.Clamp((int)((source.Number(parameters.GetValueOrDefault("Colors")) ?? 1) * (source.Number(parameters.GetValueOrDefault("BitsPerComponent")) ?? 8) / 8), 1, 32);
        columns *= pixel;
        var rows = data.Length / (columns + 1);
        var plain = new byte[rows * columns];
        for (var row = 0; row < rows; row++)
        {
            var filter = data[row * (columns + 1)];
            for (var i = 0; i < columns; i++)
            {
                var left = i >= pixel ? plain[row * columns + i - pixel] : 0;
                var above = row > 0 ? plain[(row - 1) * columns + i] : 0;
                var corner = row > 0 && i >= pixel ? plain[(row - 1) * columns + i - pixel] : 0;
                var guess = filter switch { 1 => left, 2 => above, 3 => (left + above) / 2, 4 => Paeth(left, above, corner), _ => 0 };
                plain[row * columns + i] = (byte)(data[row * (columns + 1) + 1 + i] + guess);
            }
        }

        return plain;
    }

    private static int Paeth(int left, int above, int corner)
    {
        var guess = left + above - corner;
        var (a, b, c) = (Math.Abs(guess - left), Math.Abs(guess - above), Math.Abs(guess - corner));
        return a <= b && a <= c ? left : b <= c ? above : corner;
    }
}
