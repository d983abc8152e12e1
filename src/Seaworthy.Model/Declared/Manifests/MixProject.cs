using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Manifests;

/// <summary>The <c>mix.exs</c> of an Elixir application, as far as its literals go.</summary>
/// <remarks>Source: Mix documentation, "Mix.Project" and "mix deps".</remarks>
public sealed record MixProject(SourceFile File) : Manifest(File, Ecosystem.Hex);
