using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Images.Effects.Packages;

/// <summary>What the build script of a package leaves. Paths are relative to the package's own directory.</summary>
/// <param name="Because">What says where it goes; null for what the tool does by itself.</param>
internal abstract record PackageOutput(SourceSpan? Because)
{
    /// <summary>The build leaves it, whatever else it does.</summary>
    public abstract bool Makes(string path);

    /// <summary>The build cannot have made it.</summary>
    public abstract bool Lacks(string path);

    /// <summary>Such a path among its outputs: whatever the sources hold there is of an earlier build.</summary>
    public virtual bool LacksOutput(string path) => Lacks(path);

    /// <summary>Where the build leaves instead what somebody looks for at a path it lacks; null when nothing is known to be meant.</summary>
    public virtual string? Explain(string path) => null;
}
