using System.Security.Claims;
using Emulation.Portal.Clients;
using Microsoft.AspNetCore.Components;

namespace Emulation.Portal.Components.Pages;

/// <summary>A page with forms: a refusal is shown on the page with what was typed, success leads on by a redirect.</summary>
public abstract class ActingPage : ComponentBase
{
    private IFormCollection? _form;

    [Inject]
    public required GatewayClient Gateway { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    /// <summary>What was said no to, and why.</summary>
    protected Refusal? Refused { get; private set; }

    protected ClaimsPrincipal Who => Http.User;

    /// <summary>What the browser sent; empty when the page is only read.</summary>
    protected IFormCollection Form => _form ??= HttpMethods.IsPost(Http.Request.Method) && Http.Request.HasFormContentType ? Http.Request.Form : FormCollection.Empty;

    /// <summary>Whether this form was sent: it stays on the page even when the state has moved on, so that the answer has a place.</summary>
    protected bool Sent(string form) => Form["_handler"] == form;

    /// <summary>A field as it was typed, trimmed; null when empty.</summary>
    protected string? Typed(string field) => Form[field].ToString().Trim() is { Length: > 0 } typed ? typed : null;

    /// <summary>A date as it is written in Vietnam.</summary>
    protected DateOnly? TypedDate(string field) => Words.DateIn(Typed(field));

    protected int? TypedNumber(string field) => int.TryParse(Typed(field), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Version that the person had before the eyes.</summary>
    protected int? Version => TypedNumber("version");

    /// <summary>Key of a creating form: sent twice, it creates once.</summary>
    protected string Key => Guid.TryParse(Typed("key"), out var key) ? key.ToString() : Guid.NewGuid().ToString();

    /// <summary>Reads what the page shows.</summary>
    protected abstract Task Load();

    protected override Task OnInitializedAsync() => Load();

    /// <summary>Does it and leads on; when refused, reads the page anew and says why.</summary>
    /// <param name="act">The act; gives the address to go to, or null to stay.</param>
    protected async Task Try(Func<Task<string?>> act)
    {
        try
        {
            if (await act() is { } next)
                Http.Response.Redirect(next);
        }
        catch (GatewayException e) when (e.Status != System.Net.HttpStatusCode.Unauthorized)
        {
            // A 404 would be drawn as a page that is missing, without what was typed.
            Refuse(e.Said, e.Status == System.Net.HttpStatusCode.NotFound ? StatusCodes.Status409Conflict : (int)e.Status);
            try
            {
                await Load();
            }
            catch (GatewayException)
            {
                // What was read before stays on the page, and with it what was typed.
            }
        }
    }

    /// <summary>Refuses before anything is sent on.</summary>
    protected void Refuse(Refusal why, int status = StatusCodes.Status400BadRequest)
    {
        Refused = why;
        Http.Response.StatusCode = status;
    }
}
