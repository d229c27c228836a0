using Emulation.Portal.Clients;

namespace Emulation.Portal.Documents;

/// <summary>Words of printing in bulk.</summary>
internal static class BulkWords
{
    public static readonly (string Code, string Name)[] Contents = [("certificates", "Giấy khen, bằng khen"), ("dossiers", "Hồ sơ khen thưởng")];

    public static readonly (string Code, string Name)[] Formats = [("pdf", "Một tệp PDF để in"), ("zip", "Một tệp ZIP, mỗi trường hợp một tệp PDF")];

    private static readonly (string Code, string Name)[] States =
    [
        ("waiting", "Chờ làm"), ("running", "Đang làm"), ("done", "Xong"), ("cancelled", "Đã dừng"), ("failed", "Không làm được"), ("expired", "Đã hết hạn giữ"),
    ];

    public static string State(string code) => Of(States, code);

    public static string Title(BulkAnswer job) => $"{Of(Contents, job.Content)} theo Quyết định số {job.Symbol}";

    /// <summary>“3,4 MB”.</summary>
    public static string Size(long bytes) => bytes < 1_000_000 ? $"{Math.Max(1, bytes / 1000)} kB" : $"{(bytes / 1_000_000.0).ToString("0.#", Words.Vietnamese)} MB";

    private static string Of((string Code, string Name)[] words, string code) => words.FirstOrDefault(w => w.Code == code).Name ?? code;
}
