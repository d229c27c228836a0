using Emulation.Identity.Data;
using Emulation.Identity.Domain;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Emulation.Identity;

/// <summary>Makes sure at start that the installation's own client exists, and in Development the accounts to try the system with.</summary>
internal sealed class Bootstrap(IServiceScopeFactory scopes, IConfiguration configuration, IHostEnvironment environment, TimeProvider time) : IHostedService
{
    public const string AdminClient = "emulation-admin";

    private static readonly (string UserName, string DisplayName, Role Role, string Unit)[] DevAccounts =
    [
        ("canbo.thanhpho", "Cán bộ Sở Nội vụ (dùng thử)", Roles.CityOfficer, Auth.CityUnit),
        ("canbo.lethanhnghi", "Cán bộ phường Lê Thanh Nghị (dùng thử)", Roles.UnitOfficer, "10532"),
        ("lanhdao.lethanhnghi", "Lãnh đạo phường Lê Thanh Nghị (dùng thử)", Roles.UnitLeader, "10532"),
        ("thanhvien1.lethanhnghi", "Thành viên Hội đồng phường Lê Thanh Nghị 1 (dùng thử)", Roles.CouncilMember, "10532"),
        ("thanhvien2.lethanhnghi", "Thành viên Hội đồng phường Lê Thanh Nghị 2 (dùng thử)", Roles.CouncilMember, "10532"),
        ("thanhvien3.lethanhnghi", "Thành viên Hội đồng phường Lê Thanh Nghị 3 (dùng thử)", Roles.CouncilMember, "10532"),
        ("canbo.chuvanan", "Cán bộ phường Chu Văn An (dùng thử)", Roles.UnitOfficer, "10549"),
        ("canbo.cathai", "Cán bộ đặc khu Cát Hải (dùng thử)", Roles.UnitOfficer, "11914"),
        ("canbo.haian", "Cán bộ phường Hải An (dùng thử)", Roles.UnitOfficer, "11413"),
        ("quantri", "Quản trị vận hành (dùng thử)", Roles.Operator, Auth.CityUnit),
        ("kiemtra", "Kiểm tra, giám sát (dùng thử)", Roles.Auditor, Auth.CityUnit),
    ];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (configuration["Bootstrap:AdminSecret"] is { Length: > 0 } secret)
            await EnsureAdminAsync(secret);
        if (environment.IsDevelopment())
            foreach (var account in DevAccounts)
                await EnsureDevAccountAsync(account);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task EnsureAdminAsync(string secret)
    {
        if (secret.Length < 20)
            throw new InvalidOperationException("Bootstrap:AdminSecret must be random and have 20 characters or more: it is hashed fast and never locked out.");
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        if (await users.FindByNameAsync(AdminClient) is not { } admin)
        {
            await CreateAsync(scope.ServiceProvider, new Account
            {
                Id = Guid.CreateVersion7(), Kind = AccountKind.Client, UserName = AdminClient, DisplayName = Roles.Admin.Name,
                UnitCode = Auth.CityUnit, Role = Roles.Admin.Key, CreatedAt = time.GetUtcNow(),
            }, secret);
            return;
        }
        if (await users.CheckPasswordAsync(admin, secret))
            return;
        admin.PasswordHash = users.PasswordHasher.HashPassword(admin, secret);
        scope.ServiceProvider.GetRequiredService<AccountsDbContext>().Audit("account", admin.Id, "secretReplaced", "system", time.GetUtcNow());
        await users.UpdateAsync(admin);
    }

    private async Task EnsureDevAccountAsync((string UserName, string DisplayName, Role Role, string Unit) account)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByNameAsync(account.UserName) is null)
            await CreateAsync(scope.ServiceProvider, new Account
            {
                Id = Guid.CreateVersion7(), UserName = account.UserName, DisplayName = account.DisplayName, UnitCode = account.Unit,
                Role = account.Role.Key, ForDevelopment = true, CreatedAt = time.GetUtcNow(),
            }, secret: null);
    }

    private static async Task CreateAsync(IServiceProvider services, Account account, string? secret)
    {
        var users = services.GetRequiredService<UserManager<Account>>();
        services.GetRequiredService<AccountsDbContext>().Audit("account", account.Id, "created", "system", account.CreatedAt, changes: new { account.UnitCode, account.Role });
        try
        {
            if (secret is not null)
                account.PasswordHash = users.PasswordHasher.HashPassword(account, secret);
            var result = await users.CreateAsync(account);
            if (!result.Succeeded && result.Errors.All(e => e.Code != nameof(IdentityErrorDescriber.DuplicateUserName)))
                throw new InvalidOperationException($"{account.UserName}: {string.Join(' ', result.Errors.Select(e => e.Code))}");
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // Another copy of this service started at the same moment and was quicker.
        }
    }
}
