using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

// The picture of the system. Local/Supervision/Composition.cs draws the same one where Aspire is not to be had:
// a resource name or a variable changed here is changed there too.
var builder = DistributedApplication.CreateBuilder(args);
var isRun = builder.ExecutionContext.IsRunMode;

var adminSecret = builder.AddParameter("admin-secret", new GenerateParameterDefault { MinLength = 32, Special = false }, secret: true, persist: true);
// Key ring of the bearer tokens: one folder for all. Where the system is deployed it is a mount of every service.
var keys = builder.AddParameter("data-protection-keys", () => Path.GetFullPath(Path.Combine(builder.AppHostDirectory, "..", ".local", "keys")));

// Servers given from outside (ConnectionStrings:<name>) take the place of the containers.
string? Given(string name) => builder.Configuration.GetConnectionString(name) is { Length: > 0 } value ? value : null;

string[] databases = ["identity", "campaigns", "scoring", "nominations", "documents"];
var postgres = Array.TrueForAll(databases, name => Given(name) is not null)
    ? null
    : builder.AddPostgres("postgres").WithDataVolume("emulation-postgres");
var rabbit = Given("messaging") is not null
    ? null
    : builder.AddRabbitMQ("messaging").WithDataVolume("emulation-messaging").WithManagementPlugin();
IResourceBuilder<IResourceWithConnectionString> messaging = rabbit is null ? builder.AddConnectionString("messaging") : rabbit;

var identity = Service<Projects.Emulation_Identity>("identity").WithEnvironment("Bootstrap__AdminSecret", adminSecret);
var campaigns = Service<Projects.Emulation_Campaigns>("campaigns");
var scoring = Service<Projects.Emulation_Scoring>("scoring");
var nominations = Service<Projects.Emulation_Nominations>("nominations");
var documents = Service<Projects.Emulation_Documents>("documents");
if (isRun)
{
    // Where the system is deployed, keys and roots are mounts with the real ones.
    var signing = Path.GetFullPath(Path.Combine(builder.AppHostDirectory, "..", ".local", "signing"));
    documents.WithEnvironment("Signing__DevAuthority", "true")
        .WithEnvironment("Signing__KeyFolder", Path.Combine(signing, "keys"))
        .WithEnvironment("Signing__RootFolder", Path.Combine(signing, "roots"));
}
IResourceBuilder<ProjectResource>[] services = [identity, campaigns, scoring, nominations, documents];
// On an empty key ring each of those that start at once would make a key of its own and overlook the one that signs the tokens.
foreach (var service in services[1..]) service.WaitFor(identity);

var gateway = Web<Projects.Emulation_Gateway>("gateway", port: 26080).WithExternalHttpEndpoints();
var portal = Web<Projects.Emulation_Portal>("portal", port: 26090).WithExternalHttpEndpoints()
    .WithReference(gateway)
    .WaitFor(gateway);
// What the QR of a paper leads to. Where the system is deployed it is the address that the public knows.
if (isRun) documents.WithEnvironment("Verification__BaseUrl", ReferenceExpression.Create($"{portal.GetEndpoint("http")}/kiem-tra?ma="));
foreach (var service in services)
{
    gateway.WithReference(service).WaitFor(service);
    portal.WithReference(service);
}

if (isRun)
{
    var play = builder.AddProject<Projects.Emulation_Play>("play", launchProfileName: null)
        .WithReference(gateway)
        .WithEnvironment("Bootstrap__AdminSecret", adminSecret)
        .WaitFor(gateway);
    // ./run asks for it on an empty system; otherwise it waits for its Start button.
    if (!builder.Configuration.GetValue("Play", false)) play.WithExplicitStart();
}

builder.Build().Run();

// A service and, before it, the step that brings its database up to date.
IResourceBuilder<ProjectResource> Service<TProject>(string name) where TProject : IProjectMetadata, new()
{
    var database = Database(name);
    var migrations = builder.AddProject<TProject>($"{name}-migrations", launchProfileName: null)
        .WithArgs("--migrate")
        .WithReference(database, connectionName: name)
        .WithReference(messaging)
        .WithEnvironment("DataProtection__Keys", keys);
    var service = Web<TProject>(name, port: null)
        // Only the gateway calls a service; the audit trail wants the address of the gateway's client.
        .WithEnvironment("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true")
        .WithReference(database, connectionName: name)
        .WithReference(messaging)
        .WaitForCompletion(migrations);
    if (postgres is not null && Given(name) is null) migrations.WaitFor(database);
    if (rabbit is not null) service.WaitFor(rabbit);
    return service;
}

IResourceBuilder<ProjectResource> Web<TProject>(string name, int? port) where TProject : IProjectMetadata, new()
{
    var project = builder.AddProject<TProject>(name, launchProfileName: null)
        .WithHttpEndpoint(port: isRun ? port : null, name: "http")
        .WithHttpHealthCheck("/health/ready")
        .WithEnvironment("DataProtection__Keys", keys);
    if (isRun) project.WithEnvironment("ASPNETCORE_ENVIRONMENT", "Development");
    return project;
}

// Resource names are unique in Aspire and the service has the plain one; inside the service the connection keeps it.
IResourceBuilder<IResourceWithConnectionString> Database(string name)
{
    if (Given(name) is not { } given) return postgres!.AddDatabase($"{name}-db", databaseName: name);
    var parameter = builder.AddParameter($"{name}-connection", () => given, secret: true);
    return builder.AddConnectionString($"{name}-db", ReferenceExpression.Create($"{parameter.Resource}"));
}
