namespace Emulation.Documents.Signing.Revisions;

/// <summary>A file that cannot be read, or not within bounds. The message is for the sender, in Vietnamese.</summary>
internal sealed class PdfFaultException(string message) : Exception(message)
{
    public static PdfFaultException Broken(string what) => new($"Tệp PDF hỏng hoặc không đúng chuẩn: {what}.");
}

/// <summary>What reading one file may cost in all. A small file can be written so that reading it never ends.</summary>
internal sealed class PdfBudget(int steps = 3_000_000)
{
    public const int MostObjects = 100_000;
    public const int MostSections = 100;
    public const int MostDepth = 60;

    private int _left = steps;

    public void Spend(int cost)
    {
        if ((_left -= cost) < 0)
            throw new PdfFaultException("Tệp PDF quá phức tạp, hệ thống không đọc tiếp để giữ an toàn.");
    }
}
