using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Domain.Register;
using Emulation.ServiceDefaults;

namespace Emulation.Nominations.Domain.Councils;

/// <summary>Finds conflicts of interest between members and a nomination, by what is recorded of both.</summary>
public static class Conflicts
{
    /// <param name="members">Members who may vote.</param>
    /// <param name="councilUnit">Unit of the council: everyone in it is its subject, so that by itself is no conflict.</param>
    /// <param name="nomination">The nomination.</param>
    /// <param name="handledBy">Accounts that wrote, confirmed or recognised what the nomination rests on.</param>
    public static IEnumerable<ConflictOfInterest> Find(IEnumerable<CouncilMember> members, string councilUnit, Nomination nomination, IReadOnlySet<string> handledBy)
    {
        var nominee = nomination.Nominee;
        foreach (var member in members)
        {
            if (nominee.Kind == Recipient.Individual && SameCode(member.PersonCode, nominee))
                yield return Of(member, ConflictKind.Nominee, $"{member.Name} là cá nhân được đề nghị.");
            else if (nominee.Kind == Recipient.Individual && SameName(member, nominee))
                yield return Of(member, ConflictKind.Namesake, $"{member.Name} trùng họ tên với cá nhân được đề nghị; mã cán bộ {(member.PersonCode is null || nominee.PersonCode is null ? "chưa đủ để phân biệt" : "khác nhau")}.");
            if (member.UnitCode is { } office && office != councilUnit && (nominee.UnitCode == office || nominee.UnitCode.StartsWith(office + "-", StringComparison.Ordinal)))
                yield return Of(member, ConflictKind.OwnOffice, $"Đối tượng thuộc đơn vị nơi thành viên công tác ({nominee.UnitName}).");
            if (member.AccountId is { } account && handledBy.Contains(account))
                yield return Of(member, ConflictKind.HandledDossier, "Thành viên đã lập, xác nhận hoặc công nhận nội dung của hồ sơ.");
            if (Array.Find(member.Relations, r => SameCode(r, nominee) || (Folding.Key(r) is { Length: > 0 } name && name == Folding.Key(nominee.Name))) is not null)
                yield return Of(member, ConflictKind.Relation, "Thành viên đã kê khai có quan hệ với đối tượng.");
        }
    }

    // Councils founded earlier hold codes as they were typed.
    private static bool SameCode(string? code, Nominee nominee) => NomineeRef.Code(code) is { } known && known == NomineeRef.Code(nominee.PersonCode);

    /// <summary>One name within one unit. Codes that differ do not clear it: either may be mistyped, and the chair can set it aside.</summary>
    private static bool SameName(CouncilMember member, Nominee nominee) =>
        Folding.Key(member.Name) == Folding.Key(nominee.Name) && (member.UnitCode is null || member.UnitCode == nominee.UnitCode
            || nominee.UnitCode.StartsWith(member.UnitCode + "-", StringComparison.Ordinal) || member.UnitCode.StartsWith(nominee.UnitCode + "-", StringComparison.Ordinal));

    private static ConflictOfInterest Of(CouncilMember member, ConflictKind kind, string detail) => new(Guid.CreateVersion7(), member.Id, kind, detail);
}
