using Emulation.Portal.Access;
using Emulation.Portal.Clients;
using Emulation.Portal.Nominating;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Components;

namespace Emulation.Portal.Components.Pages.Nominating;

/// <summary>Who may do what with a nomination, by its state and the person's scopes and unit.</summary>
public abstract class NominationActsBase : ActingPage
{
    private static readonly string[] UnderWay = ["submitted", "agreed", "forwarded", "appraised"], Open = ["draft", "returned", .. UnderWay];

    private FullCategoryAnswer? _category;
    private AskedStatement[] _asked = [];

    /// <summary>The nomination as read for this request, so that its version is the newest also after a refusal.</summary>
    [Parameter, EditorRequired]
    public required NominationDetail N { get; set; }

    /// <summary>What an act before this page did.</summary>
    [SupplyParameterFromQuery(Name = "da")]
    public string? Done { get; set; }

    private bool Writes => Who.May(Policies.NominationsWrite);

    private bool Decides => Who.May(Policies.NominationsDecide);

    /// <summary>Speaks for the unit that nominates, not only for an office of it.</summary>
    private bool OfProposer => Who.Unit() == N.ProposingUnitCode;

    protected bool MaySubmit => Writes && N.State is ("draft" or "returned");

    /// <summary>A commune's own award is not sent on; what the council must see first waits for it.</summary>
    protected bool MayForward => Writes && OfProposer && N.Level != "ward" && (N.State == "agreed" || (N.State == "submitted" && _category is { CouncilFirst: false }));

    /// <summary>The dossier has not been taken in yet; that is done where its parts are.</summary>
    protected bool MayReceive => Decides && OfProposer && N.State == "submitted" && N.Way is { } way && Array.Exists(way, s => s.Point == "receive" && s.State == "current");

    protected bool WaitsForCouncil => OfProposer && (Writes || Decides) && N.State == "submitted" && _category is { CouncilFirst: true };

    protected bool MayAppraise => Decides && Who.IsCity() && N.State == "forwarded";

    /// <summary>Who has it before the eyes: the unit until it has left it, then the city.</summary>
    protected bool MayReturn => Decides && (Who.IsCity() ? N.State is "forwarded" or "appraised" : OfProposer && N.State is ("submitted" or "agreed"));

    /// <summary>The level that decides turns down: the city what it has received, a commune its own awards.</summary>
    protected bool MayReject => Decides && (Who.IsCity() ? N.State is "forwarded" or "appraised" : OfProposer && N.Level == "ward" && N.State is ("submitted" or "agreed"));

    protected bool MayWithdraw => Writes && Open.Contains(N.State);

    /// <summary>Each statement with each body that this person may speak for; what was said stands beside it.</summary>
    protected (string Code, string Name)[] Statements => !Decides || !Open.Contains(N.State) ? [] :
        [.. _asked.SelectMany(s => s.Mine(Who).Select(by => ($"{s.Key}/{by.Code}", $"{s.Text} – {by.Name}{Said(s.Key, by.Code)}")))];

    protected bool Anything => MaySubmit || MayForward || WaitsForCouncil || MayAppraise || MayReturn || MayReject || MayWithdraw || Statements.Length > 0;

    /// <summary>First instant that was too late for handing in; null while there is time.</summary>
    protected DateTimeOffset? TooLate => _category?.HandIn?.TooLateFrom(N.Year) is { } from && Time.GetUtcNow() >= from ? from : null;

    protected bool NeedsLateReason => N.LateReason is null && (N.Late || (_category?.CityDeadline?.TooLateFrom(N.Year) is { } from && Time.GetUtcNow() >= from));

    /// <summary>What was typed in this form, not in its neighbour's field of the same name.</summary>
    protected string? TypedIn(string form, string field) => Sent(form) ? Typed(field) : null;

    protected string KeyOf(string form) => Sent(form) ? Key : Guid.NewGuid().ToString();

    protected override async Task Load()
    {
        if (_category is not null || !(Writes || Decides) || !Open.Contains(N.State) || N.CampaignId is not { } campaign || !Who.May(Policies.CampaignsRead))
            return;
        try
        {
            _category = (await Gateway.CampaignDetail(campaign)).Category(N.CategoryKey);
            _asked = _category is null ? [] : AskedStatement.Of(_category);
        }
        catch (GatewayException)
        {
            // Without the plan the acts that do not need it are still offered.
        }
    }

    protected Task Submit() => Move("nop", "submit", new { lateReason = Typed("lateReason") });

    protected Task Forward() => Move("chuyen", "forward", new { lateReason = Typed("lateReason") });

    protected Task Appraise() => Move("tham-dinh", "appraise", new { note = Typed("note") });

    protected Task Return() => Move("tra", "return", new { reason = Typed("reason") ?? "" });

    protected Task Reject() => Move("khong-xet", "reject", new { reason = Typed("reason") ?? "" });

    protected Task Withdraw() => Move("rut", "withdraw", new { reason = Typed("reason") ?? "" });

    protected Task Attest()
    {
        if (Typed("statement")?.Split('/') is [var statement, var by] && Typed("holds") is "true" or "false")
            return Move("xac-nhan", "attest", new { statement, by, holds = Typed("holds") == "true", evidence = Typed("evidence") });
        Refuse(new Refusal(null, "Chưa ghi được xác nhận", "Cần chọn nội dung và kết luận."));
        return Task.CompletedTask;
    }

    private Task Move(string done, string step, object body) => Try(async () =>
    {
        await Gateway.MoveNomination(N.Id, step, body, Version, Key);
        return $"/ho-so/{N.Id}?da={done}";
    });

    private string Said(string statement, string by) =>
        N.Attestations.FirstOrDefault(a => a.Statement == statement && a.By == by) is { } said ? $" (đã xác nhận: {(said.Holds ? "đạt" : "không đạt")})" : "";
}
