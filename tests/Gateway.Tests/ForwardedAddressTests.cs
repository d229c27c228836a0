using System.Net;
using System.Net.Sockets;
using Emulation.TestKit;

namespace Emulation.Gateway.Tests;

/// <summary>Whose rate a request counts against, and whom the services see, when it came through a proxy.</summary>
public sealed class ForwardedAddressTests
{
    public abstract class Narrow : GatewayFixture
    {
        protected override IEnumerable<string> Settings => ["--RateLimits:Verification:PerSecond=1", "--RateLimits:Verification:Burst=2"];
    }

    public sealed class Local : Narrow;

    public sealed class Named : Narrow
    {
        protected override IEnumerable<string> Settings => [.. base.Settings, "--Proxies:0=127.0.0.9", "--Proxies:1=127.7.0.0/16"];
    }

    public sealed class BehindAPortal(Local gateway) : IClassFixture<Local>
    {
        [Fact]
        public async Task Visitors_OfOnePortal_HaveARateEach()
        {
            var visitors = Enumerable.Range(1, 10).Select(i => $"203.0.113.{i}").Append("2001:db8::7").ToList();
            foreach (var visitor in visitors)
                Assert.Equal(HttpStatusCode.OK, await CheckAsync(gateway, visitor));
            var one = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => CheckAsync(gateway, "198.51.100.1")));
            Assert.Contains(HttpStatusCode.TooManyRequests, one);
            // What the services write into the audit trail.
            Assert.Equal(visitors.Order(), gateway.Upstreams["documents"].Seen.Select(s => s.Headers["X-Forwarded-For"].ToString()).Where(visitors.Contains).Order());
        }

        [Fact]
        public async Task Proxy_ThatAddedToWhatItsCallerClaimed_IsBelievedForItsOwnEntryOnly()
        {
            var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(i => CheckAsync(gateway, $"192.0.2.{i}, 198.51.100.2")));
            Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        }
    }

    public sealed class WithNamedProxies(Named gateway) : IClassFixture<Named>
    {
        [Fact]
        public async Task Caller_ThatIsNoProxy_CannotTakeTheAddressOfAnother()
        {
            var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(i => CheckAsync(gateway, $"203.0.113.{i}")));
            Assert.Contains(HttpStatusCode.TooManyRequests, answers);
            Assert.All(gateway.Upstreams["documents"].Seen.Where(s => s.Line.EndsWith("/D1", StringComparison.Ordinal)), s => Assert.Equal("127.0.0.1", s.Headers["X-Forwarded-For"].ToString()));
        }

        [Theory]
        [InlineData("127.0.0.9")]
        [InlineData("127.7.3.1")]
        public async Task Proxy_ThatIsNamed_IsBelieved(string proxy)
        {
            for (var i = 1; i <= 8; i++)
                Assert.Equal(HttpStatusCode.OK, await CheckAsync(gateway, $"203.0.113.{i}, {proxy.Split('.')[1]}.0.2.{i}", proxy));
        }
    }

    private static async Task<HttpStatusCode> CheckAsync(GatewayFixture gateway, string forwardedFor, string from = "127.0.0.1")
    {
        var code = from == "127.0.0.1" ? "D1" : "D2";
        gateway.Upstreams["documents"].Json($"/verifications/{code}", "{}");
        using var client = new HttpClient(new SocketsHttpHandler { ConnectCallback = (context, ct) => ConnectAsync(from, context.DnsEndPoint, ct) }) { BaseAddress = gateway.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/verifications/{code}");
        request.Headers.Add("X-Forwarded-For", forwardedFor);
        return (await client.SendAsync(request)).StatusCode;
    }

    private static async ValueTask<Stream> ConnectAsync(string from, DnsEndPoint to, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
        await socket.ConnectAsync(IPAddress.Parse(to.Host), to.Port, cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }
}
