using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>The script of a package that builds it, and what runs the script for a deployment.</summary>
/// <param name="RunBy">A step of a pipeline, or of an image.</param>
/// <param name="Hidden">The compiler or bundler whose failure the script hides; null when none.</param>
internal sealed record MaskedBuild(PackageJson Package, PackageScript Script, SourceSpan RunBy, ShellCommand? Hidden);
