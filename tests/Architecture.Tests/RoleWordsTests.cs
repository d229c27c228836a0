using System.Reflection;
using Emulation.Identity.Domain;

namespace Emulation.Architecture.Tests;

/// <summary>The portal offers the roles that Identity gives, under the same names.</summary>
public sealed class RoleWordsTests
{
    [Fact]
    public void Roles_EachThatCanBeGiven_IsOfferedByThePortalUnderItsName()
    {
        var offered = File.ReadAllLines(Path.Combine(Repository.Root, "portal", "Accounts", "RoleWords.cs"));
        var roles = typeof(Roles).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.GetValue(null)).OfType<Role>().Where(r => Roles.Find(r.Key) is not null).ToArray();
        Assert.NotEmpty(roles);
        foreach (var role in roles)
        {
            var line = Assert.Single(offered, l => l.Contains($"new(\"{role.Key}\", \"{role.Name}\"", StringComparison.Ordinal));
            Assert.Equal(role.CityOnly, line.Contains("CityOnly: true", StringComparison.Ordinal));
        }
    }
}
