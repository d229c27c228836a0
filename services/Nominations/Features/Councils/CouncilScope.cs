using Emulation.Nominations.Data;
using Emulation.Nominations.Domain.Councils;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Councils;

/// <summary>Which councils and sessions a caller sees: a member those it sits on, everyone else who reads nominations those of its units.</summary>
internal static class CouncilScope
{
    public static IQueryable<Council> Councils(this NominationsDbContext db, CurrentUser user, DateOnly today)
    {
        var (account, whole, own, below) = Reach(user);
        return db.Councils.Where(c => whole || c.UnitCode == own || c.UnitCode.StartsWith(below)
            || c.Members.Any(m => m.AccountId == account && m.From <= today && (m.To == null || today <= m.To)));
    }

    public static IQueryable<CouncilSession> Sessions(this NominationsDbContext db, CurrentUser user, DateOnly today)
    {
        var councils = db.Councils(user, today).Select(c => c.Id);
        return db.CouncilSessions.Where(s => councils.Contains(s.CouncilId));
    }

    private static (string Account, bool Whole, string Own, string Below) Reach(CurrentUser user)
    {
        var byUnit = user.May(Policies.NominationsRead);
        // A code that no unit has: such a caller sees by membership alone.
        return (user.Id, byUnit && user.SeesWholeCity, byUnit ? user.UnitCode : "-", byUnit ? user.UnitCode + "-" : "--");
    }

    /// <summary>Managing is the standing section's: of the council's own unit, the city's for the city.</summary>
    public static bool Manages(this CurrentUser user, string councilUnit) => user.May(Policies.CouncilManage) && user.Sees(councilUnit);
}
