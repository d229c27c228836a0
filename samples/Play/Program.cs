using Emulation.Play;
using Emulation.Play.Steps;

Console.OutputEncoding = System.Text.Encoding.UTF8;
if (PlayOptions.Read(args) is not { } options)
{
    Console.Error.WriteLine("Cần địa chỉ cổng (services__gateway__http__0 hoặc --gateway=http://…) và Bootstrap__AdminSecret.");
    return 2;
}

using var http = new HttpClient { BaseAddress = options.Gateway, Timeout = TimeSpan.FromSeconds(100) };
try
{
    var stage = new Stage(options, http);
    Say.Line($"Chạy thử trên dữ liệu mẫu qua {options.Gateway}api (nhân vật và số liệu đều giả định).");
    await RegisterUnits.Run(stage);
    await ConnectWards.Run(stage);
    await LaunchCampaigns.Run(stage);
    await ActivateIndexSet.Run(stage);
    await OpenRounds.Run(stage);
    await ScoreYears.Run(stage);
    await PublishRankings.Run(stage, 2025, 2027);
    await RankEmulationBlocks.Run(stage);
    await ReportFigures.Run(stage);
    await ProposeInitiatives.Run(stage);
    await ImportPastAwards.Run(stage);
    await Nominate.Run(stage);
    await PublishRankings.Run(stage, 2028, 2029);
    await CorrectRanking.Run(stage);
    await Decide.Run(stage);
    await IssueDocuments.Run(stage);
    await PrintCertificates.Run(stage);
    await Summary.Run(stage);
    return 0;
}
catch (RefusedException e)
{
    Console.Error.WriteLine($"\n[{Say.Elapsed}] Dừng lại: {e.Message}");
    return 1;
}
catch (HttpRequestException e)
{
    Console.Error.WriteLine($"\n[{Say.Elapsed}] Không kết nối được: {e.Message}");
    return 1;
}
