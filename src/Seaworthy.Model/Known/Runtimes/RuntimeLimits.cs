namespace Seaworthy.Model.Known.Runtimes;

/// <summary>Packages that keep many images at an old release of their runtime.</summary>
public static class RuntimeLimits
{
    private const string Django = "Django FAQ, \"What Python version can I use with Django?\"";
    private const string Md4 = "webpack/webpack#14532, react/create-react-app#11708 (OpenSSL 3, from Node.js 17 on, has no MD4)";

    private const string Angular = "Angular, \"Version compatibility\"";

    // Of one package those of its older releases first.
    public static IReadOnlyList<RuntimeLimit> All { get; } =
    [
        new("ruby", "rails", "7.1", "3.3", "rails/rails#48907 (base64, mutex_m and drb, which Ruby 3.4 does not bring)"),
        new("python", "django", "2.2", "3.7", Django),
        new("python", "django", "3.2", "3.9", Django),
        new("python", "django", "4.1", "3.10", Django),
        new("python", "django", "4.2", "3.11", Django),
        new("python", "django", "5.1", "3.12", Django),
        new("python", "django", "5.2", "3.13", Django),
        new("node", "react-scripts", "5", "16", Md4),
        new("node", "webpack", "5", "16", Md4),
        new("node", "@angular-devkit/build-angular", "13", "16", Md4),
        new("node", "@angular-devkit/build-angular", "17", "18", Angular),
        new("node", "@angular-devkit/build-angular", "18", "20", Angular),
        new("node", "@angular-devkit/build-angular", "20", "22", Angular),
        new("node", "@vue/cli-service", "5", "16", Md4),
        new("node", "laravel-mix", "6", "16", Md4),
        new("node", "node-sass", null, "20", "sass/node-sass, release 9.0.0, \"Supported Environments\""),
    ];

    /// <summary>The narrowest limit of a package whose allowed releases are known.</summary>
    public static RuntimeLimit? Find(string runtime, string package, VersionRange range) =>
        All.FirstOrDefault(limit =>
            limit.Runtime == runtime && string.Equals(limit.Package, package, StringComparison.OrdinalIgnoreCase) && limit.Holds(range)
        );

    /// <summary>The first release of the same package that runs on a release of the runtime; null when none is known to.</summary>
    public static string? FirstUpon(VersionLine runtime, RuntimeLimit limit)
    {
        ArgumentNullException.ThrowIfNull(limit);
        return All.LastOrDefault(other =>
            other.Runtime == limit.Runtime && other.Package == limit.Package && !other.Allows(runtime)
        )?.Before;
    }
}
