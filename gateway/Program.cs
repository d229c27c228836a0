await Emulation.Gateway.GatewayApp.Build(args).RunAsync();
