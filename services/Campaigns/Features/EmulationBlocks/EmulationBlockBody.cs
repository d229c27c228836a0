using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain;
using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Validation;

namespace Emulation.Campaigns.Features.EmulationBlocks;

/// <summary>What is said of a block when it is formed and when it is changed.</summary>
public record EmulationBlockBody
{
    /// <summary>Name in Vietnamese, 1–200 characters: <c>Khối thi đua số 8</c>.</summary>
    [Text(200)]
    public required string Name { get; init; }

    /// <summary>Number of the block, 1–999; absent for blocks without one.</summary>
    [Between(1, 999)]
    public int? Number { get; init; }

    /// <summary>First day, civil date of Vietnam; needed for a school year, else 01/01.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, itself included; needed for a school year, else 31/12.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Head unit (khối trưởng): a registered unit among the members.</summary>
    [Text(40)]
    public required string HeadUnitCode { get; init; }

    /// <summary>Deputy unit (khối phó): another registered unit among the members; head and deputy check each other.</summary>
    [Text(40)]
    public required string DeputyUnitCode { get; init; }

    /// <summary>2–200 members, head and deputy among them.</summary>
    [Items(2, 200)]
    public required EmulationBlockMemberBody[] Members { get; init; }
}

/// <summary>A member of a block: a registered unit by its code alone, or an outside body by a code of the block's own and its name.</summary>
[ValidatableType]
public sealed record EmulationBlockMemberBody
{
    /// <summary>Code of a unit standing directly below the block's owner (<c>10532</c>, <c>10532-VHXH</c>); or, for a body outside the register, lower-case letters, digits and hyphens, a letter first: <c>thpt-hong-quang</c>.</summary>
    [Code]
    public required string Code { get; init; }

    /// <summary>Name of an outside body, 1–200 characters; absent for registered units, whose name the register knows.</summary>
    [Text(200)]
    public string? Name { get; init; }

    /// <summary>The two never meet: codes of units begin with a digit.</summary>
    internal bool Outside => !char.IsAsciiDigit(Code[0]);
}

/// <summary>Turns what was sent into the state of a block, or tells everything that is wrong with it.</summary>
internal static class EmulationBlockReading
{
    /// <param name="body">What was sent.</param>
    /// <param name="owner">Unit whose block it is.</param>
    /// <param name="kind">Kind of period.</param>
    /// <param name="year">Year of the block.</param>
    /// <param name="standing">Codes that are members already: one that was merged since may stay to the end of the year.</param>
    /// <param name="db">Register.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<(EmulationBlockState? State, Problem? Problem)> ReadAsync(
        EmulationBlockBody body, Unit owner, EmulationPeriodKind kind, int year, string[] standing, CampaignsDbContext db, CancellationToken cancellationToken)
    {
        var (from, to, problem) = Period(body, kind, year);
        var registered = body.Members.Where(m => !m.Outside).Select(m => m.Code).ToArray();
        var units = await db.Units.AsNoTracking().Where(u => registered.Contains(u.Code)).ToDictionaryAsync(u => u.Code, cancellationToken);
        Problem? unknown = null, inactive = null;
        foreach (var (i, member) in body.Members.Index())
        {
            if (body.Members.Take(i).Any(m => m.Code == member.Code))
                problem = problem.At($"/members/{i}/code", "Thành viên được nêu hai lần.");
            else if (member.Outside)
                problem = OutsideFault(member) is { } fault ? problem.At($"/members/{i}{fault.Pointer}", fault.Detail) : problem;
            else if (member.Name is not null)
                problem = problem.At($"/members/{i}/name", "Tên của đơn vị trong danh mục lấy từ danh mục, không nhập ở đây.");
            else if (!units.TryGetValue(member.Code, out var unit))
                unknown = (unknown ?? Problems.MemberUnknown).At($"/members/{i}/code", "Cơ quan ngoài danh mục dùng mã bắt đầu bằng chữ thường và ghi tên.");
            else if (unit.ParentCode != owner.Code)
                problem = problem.At($"/members/{i}/code", $"Không phải đơn vị trực thuộc {owner.Name}.");
            else if (!unit.Active && !standing.Contains(member.Code))
                inactive = (inactive ?? Problems.MemberInactive).At($"/members/{i}/code");
        }
        foreach (var (field, code) in new[] { ("headUnitCode", body.HeadUnitCode), ("deputyUnitCode", body.DeputyUnitCode) })
            if (!registered.Contains(code))
                problem = problem.At($"/{field}", "Phải là một đơn vị trong danh mục và là thành viên của khối.");
        if (body.HeadUnitCode == body.DeputyUnitCode)
            problem = problem.At("/deputyUnitCode", "Khối trưởng và khối phó phải là hai đơn vị.");
        if ((problem.Errors.Length > 0 ? problem : unknown ?? inactive) is { } refused)
            return (null, refused);
        var members = body.Members.Select(m => new EmulationBlockMember { Code = m.Code, Name = m.Outside ? m.Name!.Trim() : units[m.Code].Name, Outside = m.Outside });
        return (new EmulationBlockState(body.Name.Trim(), body.Number, from, to, body.HeadUnitCode, body.DeputyUnitCode, [.. members], Active: true), null);
    }

    private static (DateOnly From, DateOnly To, Problem Problem) Period(EmulationBlockBody body, EmulationPeriodKind kind, int year)
    {
        var problem = Problems.BlockInvalid;
        if (kind == EmulationPeriodKind.CalendarYear)
        {
            var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            if ((body.From ?? first) != first)
                problem = problem.At("/from", $"Năm {year} bắt đầu ngày 01/01/{year}.");
            if ((body.To ?? last) != last)
                problem = problem.At("/to", $"Năm {year} kết thúc ngày 31/12/{year}.");
            return (first, last, problem);
        }
        var (from, to) = (body.From ?? default, body.To ?? default);
        if (from.Year != year)
            problem = problem.At("/from", $"Năm học {year}-{year + 1} bắt đầu trong năm {year}; phải ghi ngày.");
        if (to.Year != year + 1)
            problem = problem.At("/to", $"Năm học {year}-{year + 1} kết thúc trong năm {year + 1}; phải ghi ngày.");
        else if (to >= from.AddYears(1))
            problem = problem.At("/to", "Năm học không dài quá một năm.");
        return (from, to, problem);
    }

    private static FieldError? OutsideFault(EmulationBlockMemberBody member) =>
        !member.Code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') ? new FieldError("/code", "Mã cơ quan ngoài danh mục chỉ gồm chữ thường không dấu, chữ số, dấu gạch nối.")
        : member.Name is null ? new FieldError("/name", "Cơ quan ngoài danh mục phải có tên.")
        : null;
}
