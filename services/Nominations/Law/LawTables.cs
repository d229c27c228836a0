using System.Globalization;
using System.Text.Json;
using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;

namespace Emulation.Nominations.Law;

/// <summary>What an award is worth on a day, and by which law. A rate that was not verified has no amount: it is told as “chưa xác định”, never guessed.</summary>
/// <param name="Amount">Đồng; null = not determined.</param>
/// <param name="Basis">Articles and base salary in Vietnamese, as they are printed.</param>
/// <param name="Version">Version of the table; null when no version was in force on that day.</param>
public sealed record Reward(decimal? Amount, string Basis, string? Version);

/// <summary>Reward money: a multiple of the base salary of the day (CVA-26/III.6, HA-25/III.6).</summary>
internal static class RewardMoney
{
    public const string Undetermined = "Chưa xác định mức tiền thưởng.";
    private static readonly Table Data = LawTable.Read<Table>("reward-money.json");

    public static Reward For(string award, Recipient recipient, DateOnly day)
    {
        if (Data.Versions.FirstOrDefault(v => v.Holds(day)) is not { } law)
            return new(null, Undetermined, null);
        if (law.Rates.FirstOrDefault(r => r.Award == award && r.Recipient == recipient) is not { Multiple: { } multiple } rate
            || Data.BaseSalaries.FirstOrDefault(s => s.Holds(day)) is not { } salary)
            return new(null, Undetermined, law.Version);
        var factor = multiple.ToString("0.##", CultureInfo.GetCultureInfo("vi-VN"));
        return new(multiple * salary.Amount, $"{(rate.Clause is { } clause ? clause + ", " : "")}{law.Basis}: {factor} lần mức lương cơ sở ({salary.Basis}).", law.Version);
    }

    private sealed record Table(Version[] Versions, Salary[] BaseSalaries);

    private sealed record Version(string Basis, Rate[] Rates) : InForce;

    private sealed record Rate(string Award, Recipient Recipient, decimal? Multiple, string? Clause = null);

    private sealed record Salary(decimal Amount, string Basis) : InForce;
}

/// <summary>Settings of the award register that rest on law or its reading.</summary>
/// <param name="InitiativeFromTitleToTitle">Whether an initiative that carried a title may carry the next title; the law does not expressly bar it.</param>
/// <param name="PostCheckWorkingDays">Working days in which an unplanned award is checked afterwards (C-28).</param>
internal sealed record RegisterLaw(string Basis, Reuse InitiativeFromTitleToTitle, int PostCheckWorkingDays) : InForce
{
    private static readonly Table Data = LawTable.Read<Table>("register-rules.json");

    public static RegisterLaw On(DateOnly day) => Data.Versions.First(v => v.Holds(day));

    private sealed record Table(RegisterLaw[] Versions);
}

internal enum Reuse
{
    AllowedWithWarning,
    Forbidden,
}

/// <summary>Something that holds between two days, both included; no last day = still in force.</summary>
internal abstract record InForce
{
    public string? Version { get; init; }
    public DateOnly From { get; init; }
    public DateOnly? To { get; init; }

    public bool Holds(DateOnly day) => day >= From && !(day > To);
}

internal static class LawTable
{
    /// <summary>Tables travel inside the program: what was decided by them stays explicable by its version.</summary>
    public static T Read<T>(string name) => JsonSerializer.Deserialize<T>(Text(name), Json.Options)!;

    public static string Text(string name)
    {
        using var stream = typeof(LawTable).Assembly.GetManifestResourceStream($"law/{name}") ?? throw new InvalidOperationException($"{name} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
