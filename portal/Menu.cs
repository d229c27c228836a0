using Emulation.Portal.Access;
using Emulation.ServiceDefaults;
using System.Security.Claims;

namespace Emulation.Portal;

/// <summary>The main entries by task; each is offered to those who may read what is behind it.</summary>
internal static class Menu
{
    private static readonly (string Name, MenuEntry[] Entries)[] All =
    [
        ("Công việc",
        [
            new("/", "Tổng quan"), new("/phong-trao", "Phong trào", Policies.CampaignsRead), new("/viec-phai-lam", "Việc phải làm", Policies.CampaignsRead), new("/thong-bao", "Thông báo", Policies.CampaignsRead),
            new("/nhap-ke-hoach", "Nhập kế hoạch", Policies.CampaignsWrite), new("/tai-khoan", "Tài khoản", Policies.AccountsWrite),
        ]),
        ("Chỉ số", [new("/cham-diem", "Chấm điểm", Policies.ScoresRead), new("/xep-hang", "Xếp hạng"), new("/bo-chi-so", "Bộ chỉ số", Policies.ScoresRead)]),
        ("Khen thưởng",
        [
            new("/ho-so", "Hồ sơ đề nghị", Policies.NominationsRead), new("/chi-tieu", "Chỉ tiêu", Policies.NominationsRead), new("/hoi-dong", "Hội đồng", Policies.CouncilRead),
            new("/sang-kien", "Sáng kiến", Policies.NominationsRead), new("/thanh-tich", "Thành tích", Policies.NominationsRead),
            new("/quyet-dinh", "Quyết định", Policies.NominationsRead), new("/cong-khai", "Công khai", Policies.CampaignsRead),
            new("/so-khen-thuong", "Sổ khen thưởng", Policies.NominationsRead), new("/tam-dung-khen-thuong", "Tạm dừng xét", Policies.HoldsWrite),
        ]),
        ("Văn bản", [new("/van-ban", "Văn bản", Policies.DocumentsRead), new("/kiem-tra-the-thuc", "Kiểm tra thể thức", Policies.DocumentsRead)]),
    ];

    /// <summary>What this person is offered; a group with nothing in it is left out, and the group of the page, else the first, is open.</summary>
    public static (string Name, MenuEntry[] Entries, bool Open)[] For(ClaimsPrincipal who, string path)
    {
        var offered = All.Select(g => (g.Name, Entries: g.Entries.Where(e => e.Scope is null || who.May(e.Scope)).ToArray())).Where(g => g.Entries.Length > 0).ToArray();
        var open = Math.Max(0, Array.FindIndex(offered, g => Array.Exists(g.Entries, e => e.Name == At(path))));
        return [.. offered.Select((g, i) => (g.Name, g.Entries, i == open))];
    }

    /// <summary>Name of the entry that a page belongs to.</summary>
    public static string? At(string path) =>
        All.SelectMany(g => g.Entries).FirstOrDefault(e => path == e.Href || (e.Href != "/" && path.StartsWith(e.Href + "/", StringComparison.Ordinal)))?.Name;
}

/// <summary>An entry of the menu; without a scope it is everyone's.</summary>
internal sealed record MenuEntry(string Href, string Name, string? Scope = null);
