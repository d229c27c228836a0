using System.Reflection;
using Emulation.ServiceDefaults;
using MassTransit;
using MassTransit.RabbitMqTransport;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Emulation.Documents.Tests.Service;

/// <summary>A channel is free before the client goes on to wait for its deliveries (docs/adr/0031).</summary>
public sealed class LetGoOfTheDeadTests
{
    [Theory]
    [InlineData(false, 1)]
    // Closed by the broker on a connection that lives: still spoken with.
    [InlineData(true, 0)]
    public async Task ChannelShutdown_ConnectionLost_IsFreedWithinTheNotice(bool connected, int freed)
    {
        AsyncEventHandler<ShutdownEventArgs>? notice = null;
        var frees = 0;
        var channel = Fake.That<IChannel>(("add_ChannelShutdownAsync", a => notice += (AsyncEventHandler<ShutdownEventArgs>)a![0]!), ("DisposeAsync", _ => frees++));
        var connection = Fake.That<IConnection>(("get_IsOpen", _ => connected));
        var context = Fake.That<ChannelContext>(
            ("get_Channel", _ => channel), ("get_ConnectionContext", _ => Fake.That<ConnectionContext>(("get_Connection", _ => connection))));
        var passed = 0;

        await new LetGoOfTheDead().Send(context, Pipe.Execute<ChannelContext>(_ => passed++));
        Assert.Equal((1, 0), (passed, frees));
        await notice!(channel, new ShutdownEventArgs(ShutdownInitiator.Library, 541, "gone"));

        Assert.Equal(freed, frees);
    }

    public class Fake : DispatchProxy
    {
        private Dictionary<string, Func<object?[]?, object?>> _answers = [];

        public static T That<T>(params (string Method, Func<object?[]?, object?> Answer)[] answers) where T : class
        {
            var fake = Create<T, Fake>();
            ((Fake)(object)fake)._answers = answers.ToDictionary(a => a.Method, a => a.Answer);
            return fake;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            var answer = _answers[targetMethod!.Name](args);
            return targetMethod.ReturnType == typeof(ValueTask) ? ValueTask.CompletedTask : targetMethod.ReturnType == typeof(void) ? null : answer;
        }
    }
}
