using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Known;

namespace Seaworthy.Rules.Configuration;

/// <summary>An application that settings of Django install, and a middleware that it needs.</summary>
/// <param name="Installed">Where INSTALLED_APPS has the application.</param>
/// <param name="List">The first entry of MIDDLEWARE.</param>
internal sealed record AppMiddleware(DjangoMiddleware Needed, FrameworkSetting Installed, FrameworkSetting List)
{
    /// <summary>No settings of the application name it.</summary>
    public bool IsMissing { get; init; }

    /// <summary>What asks for the distribution, where its release decides.</summary>
    public Dependency? Package { get; init; }
}
