using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Emulation.ServiceDefaults;

/// <summary>snake_case in the database, and the version of every aggregate guards its updates.</summary>
internal sealed partial class NamingConvention : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
        {
            if (entity.GetTableName() is { } table)
                entity.SetTableName(Snake(table));
            // The key of an owned type is its owner's: it has that one's name already.
            foreach (var property in entity.GetProperties().Where(p => !(entity.IsOwned() && p.IsPrimaryKey())))
                property.SetColumnName(Snake(property.GetColumnName()));
            foreach (var complex in entity.GetComplexProperties())
            {
                foreach (var property in complex.ComplexType.GetProperties())
                    property.SetColumnName(Snake($"{complex.Name}_{property.Name}"));
            }
            foreach (var key in entity.GetKeys())
                key.SetName(Snake(key.GetName() ?? ""));
            foreach (var index in entity.GetIndexes())
                index.SetDatabaseName(Snake(index.GetDatabaseName() ?? ""));
            foreach (var foreignKey in entity.GetForeignKeys())
                foreignKey.SetConstraintName(Snake(foreignKey.GetConstraintName() ?? ""));
            if (typeof(Aggregate).IsAssignableFrom(entity.ClrType) && entity.BaseType is null)
                entity.FindProperty(nameof(Aggregate.Version))?.SetIsConcurrencyToken(true);
        }
    }

    private static string Snake(string name) => Humps().Replace(name, "$1_$2").ToLowerInvariant();

    [GeneratedRegex("([a-z0-9])([A-Z])")]
    private static partial Regex Humps();
}
