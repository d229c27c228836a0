using Emulation.Documents.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Emulation.Documents.Tests.Service;

public sealed class PlaceNameFileTests(DocumentsFixture service) : IClassFixture<DocumentsFixture>
{
    // CVA-26/H.2: “Phường Chu Văn An” in full.
    [Fact]
    public async Task Import_ShippedFileTwice_AddsEachNameOnceAndKeepsWhatWasSetByHand()
    {
        var shipped = Path.Combine(AppContext.BaseDirectory, "place-names.json");
        await service.WithDb(async db =>
        {
            db.PlaceNames.Add(new Domain.PlaceName { UnitCode = "10532", Text = "Đặt bằng tay" });
            return await db.SaveChangesAsync();
        });
        for (var i = 0; i < 2; i++)
        {
            await service.WithDb(async db =>
            {
                await PlaceNameFile.ImportAsync(db, shipped);
                return 0;
            });
        }

        var names = await service.WithDb(db => db.PlaceNames.ToDictionaryAsync(p => p.UnitCode, p => p.Text));
        Assert.Equal(("Đặt bằng tay", "Phường Chu Văn An"), (names["10532"], names["10549"]));
        Assert.DoesNotContain("11413", names.Keys);
    }
}
