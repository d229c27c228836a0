using Emulation.Contracts.Campaigns;

namespace Emulation.Nominations.Domain.Dossiers;

/// <summary>What the law asks a dossier to hold where a plan says nothing (C-18), by day of effect.</summary>
internal static class LegalDossier
{
    private const string Law = "Luật Thi đua, khen thưởng số 06/2022/QH15, Điều 84";
    public const string Initiative = "xac-nhan-sang-kien";

    /// <summary>One edition of the table.</summary>
    /// <param name="From">First day it is in force.</param>
    /// <param name="Basis">Documents it rests on.</param>
    public sealed record Edition(DateOnly From, string Basis, DossierPart[] Parts);

    private static readonly DossierPart[] Parts =
    [
        new() { Key = "to-trinh", Name = "Tờ trình kèm danh sách đề nghị khen thưởng", Clause = Law },
        new() { Key = "bao-cao-thanh-tich", Name = "Báo cáo thành tích", Clause = Law, ConfirmedByHead = true },
        new() { Key = "bien-ban", Name = "Biên bản bình xét thi đua, khen thưởng", Clause = Law },
        new() { Key = Initiative, Name = "Giấy xác nhận sáng kiến, đề tài", Clause = Law, Asked = PartAsked.InitiativeUsed },
    ];

    private static readonly Edition[] Editions =
    [
        new(new(2024, 1, 1), $"{Law}; Nghị định số 98/2023/NĐ-CP", Parts),
        // The parts stay; what carries them out changed (Nghị định 152/2025 Điều 59).
        new(new(2025, 7, 1), $"{Law}; Nghị định số 152/2025/NĐ-CP", Parts),
    ];

    public static Edition On(DateOnly day) => Editions.LastOrDefault(e => e.From <= day) ?? Editions[0];
}
