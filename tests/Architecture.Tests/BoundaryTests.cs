using System.Reflection;
using System.Text.RegularExpressions;
using System.ComponentModel.DataAnnotations;

namespace Emulation.Architecture.Tests;

/// <summary>The walls of the house.</summary>
public sealed partial class BoundaryTests
{
    public static TheoryData<string> Services => [.. Repository.Services];

    [Theory, MemberData(nameof(Services))]
    public void Service_References_OnlyContractsAndServiceDefaults(string service)
    {
        var references = Repository.ProjectReferences($"services/{service}/Emulation.{service}.csproj").Concat(Repository.ProjectReferences("services/Service.props"));
        Assert.Equal(["Emulation.Contracts", "Emulation.ServiceDefaults"], references.Distinct().Order());
    }

    [Fact]
    public void Contracts_ReferNothing()
    {
        var project = Repository.Read("services", "Contracts", "Emulation.Contracts.csproj");
        Assert.DoesNotContain("ProjectReference", project);
        Assert.DoesNotContain("PackageReference", project);
    }

    [Theory, MemberData(nameof(Services))]
    public void RequestRecords_ArePublicAndUniquelyNamed(string service)
    {
        // An internal or doubly named one is silently not validated, or shares an OpenAPI schema.
        var requests = Load(service).GetTypes().Where(t => t.Name.EndsWith("Request", StringComparison.Ordinal)).ToList();
        Assert.All(requests, t => Assert.True(t.IsPublic, t.FullName));
        Assert.Equal(requests.Count, requests.Select(t => t.Name).Distinct().Count());
    }

    [Theory, MemberData(nameof(Services))]
    public void ListItemsOfRequests_AreLookedInto(string service)
    {
        // The validation generator passes over arrays of records unless their type is named.
        var items = Load(service).GetTypes().Where(t => t.IsPublic && t.Name.EndsWith("Request", StringComparison.Ordinal))
            .SelectMany(t => t.GetProperties()).Select(p => p.PropertyType.GetElementType()).OfType<Type>()
            .Where(t => t.Assembly.GetName().Name == $"Emulation.{service}" && t.GetProperties().Any(p => p.GetCustomAttributes<ValidationAttribute>().Any()));
        Assert.All(items.Distinct(), t => Assert.True(
            t.Name.EndsWith("Request", StringComparison.Ordinal) || t.GetCustomAttributes().Any(a => a.GetType().Name == "ValidatableTypeAttribute"), t.FullName));
    }

    [Theory, MemberData(nameof(Services))]
    public void Program_CallsAddValidationItself(string service) =>
        // Called from a shared library it validates nothing.
        Assert.Contains("AddValidation()", Repository.Read("services", service, "Program.cs"));

    [Fact]
    public void ProblemCodes_AreUnique()
    {
        var codes = Repository.Files("Problem*.cs").Where(f => !f.Path.StartsWith("tests", StringComparison.Ordinal))
            .SelectMany(f => ProblemCode().Matches(f.Text).Select(m => m.Groups[1].Value)).ToList();
        Assert.True(codes.Count > 40);
        Assert.Equal(codes.Count, codes.Distinct().Count());
    }

    [Fact]
    public void Code_DoesNotReadTheClockBehindTheTimeProvidersBack()
    {
        var offenders = Repository.Files("*.cs")
            .Where(f => f.Path.StartsWith("services", StringComparison.Ordinal) && !f.Path.Contains("Migrations", StringComparison.Ordinal))
            .Where(f => f.Text.Contains("DateTime.Now", StringComparison.Ordinal) || f.Text.Contains("DateTime.UtcNow", StringComparison.Ordinal)
                || f.Text.Contains("DateTimeOffset.Now", StringComparison.Ordinal) || f.Text.Contains("DateTimeOffset.UtcNow", StringComparison.Ordinal));
        Assert.Empty(offenders.Select(f => f.Path));
    }

    private static Assembly Load(string service) => Assembly.Load($"Emulation.{service}");

    [GeneratedRegex("new\\(\"([A-Z]{3}-\\d{4})\"")]
    private static partial Regex ProblemCode();
}
