using Emulation.Documents.Domain;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Documents.Data;

/// <summary>Tables of the Documents service.</summary>
public sealed class DocumentsDbContext(DbContextOptions<DocumentsDbContext> options) : ServiceDbContext(options)
{
    public DbSet<Document> Documents => Set<Document>();

    public DbSet<StoredFile> Files => Set<StoredFile>();

    public DbSet<DocumentNumber> Numbers => Set<DocumentNumber>();

    public DbSet<KnownNomination> KnownNominations => Set<KnownNomination>();

    public DbSet<Unit> Units => Set<Unit>();

    public DbSet<PlaceName> PlaceNames => Set<PlaceName>();

    public DbSet<Campaign> Campaigns => Set<Campaign>();

    public DbSet<SigningCase> SigningCases => Set<SigningCase>();

    public DbSet<PreparedSignature> PreparedSignatures => Set<PreparedSignature>();

    public DbSet<SigningCertificate> SigningCertificates => Set<SigningCertificate>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(DocumentsDbContext).Assembly);
    }
}
