using Emulation.Identity;
using Emulation.Identity.Data;
using Emulation.Identity.Domain;
using Emulation.Identity.Features.Accounts;
using Emulation.Identity.Features.Clients;
using Emulation.Identity.Features.Tokens;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Identity;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("identity");
builder.AddServiceData<AccountsDbContext>("identity");
builder.Services.AddValidation();
// In each program, not in ServiceDefaults: the compiler takes the doc comments of the project that calls it.
builder.Services.AddOpenApi();
builder.Services.AddOptions<AccessTokenOptions>().BindConfiguration("Tokens").ValidateDataAnnotations().ValidateOnStart();
builder.Services.AddSingleton<SecretHasher>();
builder.Services.AddSingleton<IPasswordHasher<Account>>(services => services.GetRequiredService<SecretHasher>());
builder.Services.AddIdentityCore<Account>(o =>
{
    // Length is what counts; classes of characters only make people write passwords down.
    o.Password = new PasswordOptions { RequiredLength = 12, RequiredUniqueChars = 5, RequireDigit = false, RequireLowercase = false, RequireNonAlphanumeric = false, RequireUppercase = false };
    o.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_";
}).AddEntityFrameworkStores<AccountsDbContext>();
builder.Services.AddScoped<Credentials>();
builder.Services.AddHostedService<Bootstrap>();

var app = builder.Build();
if (await app.MigratesOnly<AccountsDbContext>(args))
    return;
app.UseServiceDefaults();
app.MapTokens();
app.MapClients();
app.MapAccounts();
app.Run();

public partial class Program;
