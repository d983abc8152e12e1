using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Manifests;

/// <summary>Bundler's Gemfile, as far as its literals go.</summary>
public sealed record Gemfile(SourceFile File) : Manifest(File, Ecosystem.RubyGems);
