using System.Security.Cryptography;
using System.Text;
using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Domain.Register;
using Emulation.Nominations.Law;
using Emulation.ServiceDefaults;

namespace Emulation.Nominations.Features.Register;

/// <summary>Writes what a decision grants into the register, and claims what it rests on: all in the transaction of the decision.</summary>
internal sealed class Granting(NominationsDbContext db, RegisterRules rules)
{
    public static Commendation KindOf(AwardCategory category) =>
        category.Commendation ?? (category.Cadence == Cadence.Unplanned ? Commendation.Unplanned : Commendation.Campaign);

    public AwardEntry Enter(Nomination nomination, KnownCampaign campaign, Decision decision, int order, Reward reward)
    {
        var (category, nominee, facts) = (campaign.Category(nomination.CategoryKey)!, NomineeRef.Of(nomination.Nominee), rules.Prepared);
        var initiatives = facts.Initiatives(nomination).ToList();
        var decided = VietnamTime.DateOf(decision.CreatedAt);
        var entry = new AwardEntry
        {
            UnitCode = nomination.Nominee.UnitCode,
            UnitName = nomination.Nominee.UnitName,
            Kind = nominee.Kind,
            Name = nomination.Nominee.Name,
            Position = nomination.Nominee.Position,
            NameKey = nominee.NameKey,
            PersonCode = nominee.PersonCode,
            AwardKind = category.Award.Kind,
            AwardCode = category.Award.Code,
            AwardName = category.Award.Name,
            Level = nomination.Level,
            Commendation = KindOf(category),
            Year = nomination.Year,
            CampaignCode = campaign.Code,
            CategoryKey = category.Key,
            DecidingUnitCode = decision.DecidingUnitCode,
            DecidingUnitName = decision.DecidingUnitName,
            SignerName = decision.SignerName,
            Order = order,
            Achievement = nomination.Achievement,
            MeritIds = nomination.MeritIds,
            InitiativeTitles = [.. initiatives.Select(i => i.Title)],
            RewardMoney = reward.Amount,
            RewardBasis = reward.Basis,
            PostCheckDue = category.Cadence == Cadence.Unplanned ? WorkingDays.After(decided, RegisterLaw.On(decided).PostCheckWorkingDays) : null,
            NominationId = nomination.Id,
            DecisionId = decision.Id,
            CreatedBy = decision.CreatedBy,
            CreatedAt = decision.CreatedAt,
        };
        if (decision is { Number: { } number, Date: { } date })
            entry.Imprinted(number, date);
        entry.Index();
        var uses = Uses(nomination, nominee, entry, initiatives, facts).ToList();
        facts.Granted(entry, uses);
        db.Register.Add(entry);
        db.Uses.AddRange(uses);
        return entry;
    }

    private static IEnumerable<AwardUse> Uses(Nomination nomination, NomineeRef nominee, AwardEntry entry, List<Initiative> initiatives, RegisterFacts facts)
    {
        foreach (var merit in facts.Merits(nomination).Select(m => m.ToString()))
            yield return Use(UseKind.Merit, merit, nominee.Key, entry.Id, $"merit/{merit}{Beside(facts.With(UseKind.Merit, merit).Any())}");
        var words = Hash(AchievementText.Key(nomination.Achievement));
        var said = facts.Of(nominee).Any(e => AchievementText.Same(e.Achievement, nomination.Achievement));
        yield return Use(UseKind.Words, words, nominee.Key, entry.Id, $"words/{nominee.Key}/{(nominee.PersonCode is null ? nominee.UnitCode : "")}/{words}{Beside(said)}");
        foreach (var initiative in initiatives)
        {
            var who = InitiativeUser.Of(initiative, nomination) ?? nominee.Key;
            // The next title with the same initiative stands beside the first; a form always asks for the first's place.
            var again = facts.Uses(UseKind.Initiative, initiative.Key).Any(u => InitiativeUser.Collide(u.Use.Nominee, who));
            yield return Use(UseKind.Initiative, initiative.Key, who, entry.Id, $"initiative/{initiative.Key}/{who}{Beside(again)}");
        }

        // An exception stands beside the claim of the award it follows.
        string Beside(bool again) => again ? $"+{nomination.Id}" : "";
    }

    private static AwardUse Use(UseKind kind, string subject, string nominee, Guid entry, string claim) =>
        new() { Kind = kind, Subject = subject, Nominee = nominee, EntryId = entry, Claim = claim };

    /// <summary>What an award of before used up. Old books may hold one thing twice: such an entry claims beside the others.</summary>
    public static IEnumerable<AwardUse> OfImported(AwardEntry entry) =>
        entry.InitiativeTitles.Select(t => Initiative.KeyOf(entry.UnitCode, t)).Distinct()
            .Select(key => Use(UseKind.Initiative, key, entry.Kind == Recipient.Individual ? entry.PersonCode ?? Folding.Key(entry.Name) : InitiativeUser.Whole, entry.Id, $"initiative/{key}@{entry.Id}"));

    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..20];
}
