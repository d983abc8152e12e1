namespace Seaworthy.Reading.Code;

/// <summary>Files whose constants others are likely to need: they are read whatever they hold.</summary>
internal static class ConfigurationCode
{
    private static readonly string[] Words =
    [
        "config",
        "constant",
        "setting",
        "env",
        "urls",
        "route",
        "endpoint",
        "server",
        "main",
        "app.",
        "index.",
        "wsgi",
        "asgi",
        "conf.",
        "gunicorn",
        "__init__",
        "manage",
    ];

    public static bool IsConfiguration(string path)
    {
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        foreach (var word in Words)
        {
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
