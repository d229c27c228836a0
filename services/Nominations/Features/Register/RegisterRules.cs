using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Domain.Register;
using Emulation.Nominations.Features.Nominations;
using Emulation.Nominations.Law;
using Emulation.ServiceDefaults;

namespace Emulation.Nominations.Features.Register;

/// <summary>One achievement, one award; an initiative counts once; nothing for those under review. Marked when handed in, stopped when it goes on (Luật Thi đua, khen thưởng Điều 5, LTN-26-30/III.1.b.2, CH-26-30/III.1.b.2).</summary>
internal sealed class RegisterRules(NominationsDbContext db, CurrentUser user, TimeProvider time)
{
    public const string OneAchievement = "Luật Thi đua, khen thưởng Điều 5";
    public const string NoBasis = "Nghị định 152/2025/NĐ-CP Điều 4.3";
    public const string UnderReview = "Nghị định 152/2025/NĐ-CP Điều 4.4";

    private RegisterFacts? _prepared;

    public RegisterFacts Prepared => _prepared ?? throw new InvalidOperationException("Nothing was prepared.");

    /// <summary>For a decision: nobody else decides about these nominees and initiatives until this transaction ends, then the facts are read.</summary>
    public async Task PrepareAsync(IReadOnlyCollection<Nomination> nominations, CancellationToken ct)
    {
        var initiatives = await RegisterFacts.InitiativesAsync(db, nominations, ct);
        await db.LockAsync([.. nominations.SelectMany(n => NomineeRef.Of(n.Nominee).Locks), .. initiatives.Values.Select(i => $"initiative {i.Key}")], ct);
        _prepared = await RegisterFacts.LoadAsync(db, nominations, ct);
    }

    public async Task<Problem?> RefuseAsync(Step step, Nomination nomination, KnownCampaign campaign, CancellationToken ct)
    {
        var found = Find(nomination, campaign, _prepared ?? await RegisterFacts.LoadAsync(db, [nomination], ct)).ToList();
        nomination.Marks = [.. found.Select(f => f.Mark)];
        if (step == Step.Submit)
        {
            if (found.Count > 0)
                db.Audit("nomination", nomination.Id, "flagged", user.Id, time.GetUtcNow(), changes: new { Kinds = found.Select(f => f.Mark.Kind).Distinct() });
            return null;
        }
        // The council may talk about a double award; only someone under review stays away from it too.
        return found.FirstOrDefault(f => f.Mark.Stops && (step != Step.Agree || f.Mark.Kind == MarkKind.Held)).Problem;
    }

    public async Task<NominationMark[]> MarksAsync(Nomination nomination, KnownCampaign campaign, CancellationToken ct) =>
        nomination.Open ? [.. Find(nomination, campaign, await RegisterFacts.LoadAsync(db, [nomination], ct)).Select(f => f.Mark)] : [];

    private IEnumerable<(NominationMark Mark, Problem? Problem)> Find(Nomination nomination, KnownCampaign campaign, RegisterFacts facts)
    {
        var category = campaign.Category(nomination.CategoryKey);
        return category is null ? [] : [.. Held(nomination, facts), .. Namesakes(nomination, facts), .. Achievements(nomination, category, facts), .. Initiatives(nomination, category, facts)];
    }

    private IEnumerable<(NominationMark, Problem?)> Held(Nomination nomination, RegisterFacts facts)
    {
        foreach (var hold in facts.Holds(NomineeRef.Of(nomination.Nominee), VietnamTime.Today(time)))
        {
            // Personal data: what it is about is told to those who keep the list of holds, to nobody else.
            var allowed = user.May(Policies.HoldsWrite) && user.Sees(hold.UnitCode);
            var text = allowed ? $"Tạm dừng xét khen thưởng: {hold.Kind.Vietnamese()} ({hold.Source})." : "Đối tượng đang trong thời gian xem xét.";
            var problem = Problems.OnHold.With(text);
            yield return (new(MarkKind.Held, text, Stops: true, UnderReview),
                allowed ? problem with { Facts = new Dictionary<string, object?> { ["hold"] = hold.Kind, ["source"] = hold.Source } } : problem);
        }
    }

    private IEnumerable<(NominationMark, Problem?)> Namesakes(Nomination nomination, RegisterFacts facts)
    {
        if (facts.HasNamesake(NomineeRef.Of(nomination.Nominee), VietnamTime.Today(time)))
            yield return (new(MarkKind.OtherPersonCode, "Trong sổ khen thưởng hoặc danh sách xem xét có người cùng họ tên, cùng đơn vị nhưng khác mã cán bộ; cần đối chiếu.", Stops: false), null);
    }

    private IEnumerable<(NominationMark, Problem?)> Achievements(Nomination nomination, AwardCategory category, RegisterFacts facts)
    {
        var nominee = NomineeRef.Of(nomination.Nominee);
        var byMerit = facts.Merits(nomination).SelectMany(m => facts.With(UseKind.Merit, m.ToString())).ToList();
        // Whatever merits are named: one achievement can be entered as several.
        var byWords = facts.Of(nominee).Where(e => AchievementText.Same(e.Achievement, nomination.Achievement));
        foreach (var entry in byMerit.Concat(byWords).DistinctBy(e => e.Id))
        {
            var earlier = EarlierAward.Of(entry, user);
            if (Granting.KindOf(category) == Commendation.Merit && entry.Commendation is Commendation.Campaign or Commendation.Unplanned)
            {
                var text = $"Thành tích {earlier.Text()} theo diện đột xuất hoặc chuyên đề, không làm căn cứ đề nghị khen công trạng ({NoBasis}).";
                yield return (new(MarkKind.NotABasis, text, Stops: true, NoBasis, earlier), With(Problems.NotABasis, text, earlier));
                continue;
            }
            var sentence = $"Thành tích này {earlier.Text()}; không khen thưởng nhiều lần, nhiều hình thức cho một thành tích ({OneAchievement}).";
            yield return facts.Excepted(nomination, entry)
                ? (new(MarkKind.ExceptionGranted, sentence + " Cấp quyết định đã ghi nhận ngoại lệ.", Stops: false, OneAchievement, earlier), null)
                : (new(MarkKind.AchievementAwarded, sentence, Stops: true, OneAchievement, earlier), With(Problems.AchievementAwarded, sentence, earlier));
        }
        foreach (var other in facts.Beside(nomination))
            yield return (new(MarkKind.MeritUnderWay, "Cùng thành tích này đang được đề nghị ở một hồ sơ khác; chỉ một hồ sơ được khen thưởng.", Stops: false, OneAchievement,
                OtherNominationId: user.Sees(other.UnitCode) ? other.Id : null), null);
    }

    private IEnumerable<(NominationMark, Problem?)> Initiatives(Nomination nomination, AwardCategory category, RegisterFacts facts)
    {
        var law = RegisterLaw.On(VietnamTime.Today(time));
        foreach (var initiative in facts.Initiatives(nomination))
        {
            var who = InitiativeUser.Of(initiative, nomination);
            if (who is null)
            {
                var stranger = $"{nomination.Nominee.Name} không có tên trong các tác giả của sáng kiến “{initiative.Title}”.";
                yield return (new(MarkKind.NotAnAuthor, stranger, Stops: true, law.Basis), Problems.NotAnAuthor.With(stranger));
                continue;
            }
            foreach (var (use, entry) in facts.Uses(UseKind.Initiative, initiative.Key).Where(u => InitiativeUser.Collide(u.Use.Nominee, who)))
            {
                var earlier = EarlierAward.Of(entry, user);
                var again = entry.AwardKind == AwardKind.Title && category.Award.Kind == AwardKind.Title && law.InitiativeFromTitleToTitle == Reuse.AllowedWithWarning;
                var text = $"Sáng kiến “{initiative.Title}” đã được dùng: đối tượng {earlier.Text()}; một sáng kiến chỉ làm căn cứ khen thưởng một lần ({law.Basis}).";
                yield return again
                    ? (new(MarkKind.InitiativeReused, $"Sáng kiến “{initiative.Title}” đã dùng cho một danh hiệu ({earlier.Text()}); dùng tiếp cho danh hiệu này cần cân nhắc.", Stops: false, law.Basis, earlier), null)
                    : (new(MarkKind.InitiativeUsed, text, Stops: true, law.Basis, earlier), With(Problems.InitiativeUsed, text, earlier));
            }
        }
    }

    private static Problem With(Problem problem, string text, EarlierAward earlier) =>
        problem.With(text) with { Facts = new Dictionary<string, object?> { ["earlier"] = earlier } };
}

/// <summary>Who uses an initiative: the unit as a whole, or one of the authors it names.</summary>
internal static class InitiativeUser
{
    public const string Whole = "";

    /// <summary>Null = the person is not one of the authors.</summary>
    public static string? Of(Initiative initiative, Nomination nomination)
    {
        var nominee = NomineeRef.Of(nomination.Nominee);
        if (initiative.Authors.Length == 0 || nominee.Kind == Recipient.Collective)
            return Whole;
        return initiative.Authors.FirstOrDefault(a => NomineeRef.Of(Recipient.Individual, a.Name, nominee.UnitCode, "", a.PersonCode).Same(nominee)) is { } author
            ? NomineeRef.Code(author.PersonCode) ?? Folding.Key(author.Name) : null;
    }

    /// <summary>Authors each for themselves; the whole leaves nothing for anybody.</summary>
    public static bool Collide(string used, string asked) => used == Whole || asked == Whole || used == asked;
}
