namespace Seaworthy.Reading.Readers.Platforms;

/// <summary>The readers of platform descriptions (fly, Render, Vercel, Procfile).</summary>
internal static class PlatformsReaders
{
    public static IReadOnlyList<Reader> All { get; } =
    [
        new ProcfileReader(),
        new FlyReader(),
        new RenderReader(),
        new VercelReader(),
        new NixpacksReader(),
        new NixpacksReader(),
        new RailwayReader(),
        new HerokuAppReader(),
        new HerokuManifestReader(),
        new NetlifyReader(),
        new AppEngineReader(),
        new KamalReader(),
        new SkaffoldReader(),
        new AppSpecReader(),
        new Pm2Reader(),
        new SupabaseConfigReader(),
        new HomeAssistantReader(),
        new ServerlessReader(),
    ];
}
