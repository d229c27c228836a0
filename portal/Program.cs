await Emulation.Portal.PortalApp.Build(args).RunAsync();
