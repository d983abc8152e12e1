namespace Seaworthy.Reading.Linking.Images.Modules;

/// <summary>What filled a <c>node_modules</c>.</summary>
internal enum ModuleKind
{
    None,

    /// <summary>An installation without development dependencies.</summary>
    Production,

    /// <summary>Unknown.</summary>
    Unknown,

    /// <summary>An installation with all dependencies, or one that names the package.</summary>
    Whole,
}
