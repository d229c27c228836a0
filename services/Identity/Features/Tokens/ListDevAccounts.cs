using Emulation.Identity.Data;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Identity.Features.Tokens;

/// <summary>An account to try the system with.</summary>
public sealed record DevAccountResponse(string UserName, string DisplayName, string Role, string UnitCode);

/// <summary>Lets the sign-in page of a development system offer its accounts; elsewhere the address does not exist.</summary>
internal static class ListDevAccounts
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapGet("/dev-accounts", Handle)
            .WithName(nameof(ListDevAccounts)).WithSummary("Tài khoản dùng thử (chỉ ở môi trường phát triển)")
            .AllowAnonymous();

    private static Task<DevAccountResponse[]> Handle(AccountsDbContext db, CancellationToken cancellationToken) =>
        db.Accounts.Where(a => a.ForDevelopment && a.Active).OrderBy(a => a.CreatedAt)
            .Select(a => new DevAccountResponse(a.UserName!, a.DisplayName, a.Role, a.UnitCode)).ToArrayAsync(cancellationToken);
}

internal static class TokenEndpoints
{
    public static void MapTokens(this WebApplication app)
    {
        var group = app.MapGroup("").WithTags("Mã truy cập");
        IssueToken.Map(group);
        if (app.Environment.IsDevelopment())
            ListDevAccounts.Map(group);
    }
}
