using System.Buffers;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Configuration;

/// <summary>Whether a workload reads variables through a library that puts their names together by itself, so that no text holds them.</summary>
internal static class OpaqueSettings
{
    private static readonly SearchValues<string> Marks = SearchValues.Create(
        [
            "Environment::with_prefix",
            "Environment::default",
            "Env::prefixed",
            "Env::raw",
            "envy::from_env",
            "envy::prefixed",
            "AutomaticEnv",
            "envconfig.Process",
            "env.Provider",
            "nconf.env",
            "convict(",
            "Dynaconf(",
            "env_prefix",
        ],
        StringComparison.Ordinal
    );

    public static bool Of(Workload workload) => workload.Components.Any(Of);

    public static bool Of(Component component) =>
        component.Language is Language.CSharp
        || component.Manifests.OfType<PackageJson>().Any(package => package.FindDependency("config") is not null)
        || component.Code.Any(file => file.File.Text.AsSpan().ContainsAny(Marks));
}
