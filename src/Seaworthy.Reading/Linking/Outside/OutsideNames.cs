using Seaworthy.Model.Declared.Settings;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Outside;

/// <summary>Names of objects that something outside makes.</summary>
internal static class OutsideNames
{
    public static IReadOnlyList<NameUse> Define(IReadOnlyList<NameUse> uses, OutsideFacts facts) =>
        facts.Objects.Count == 0 ? uses : [.. uses.Select(use => Define(use, facts))];

    private static NameUse Define(NameUse use, OutsideFacts facts) =>
        use.Definition is null && facts.Objects.FirstOrDefault(made => IsMeant(made, use)) is { } stated
            ? use with
            {
                Definition = stated.Span,
                UnknownBecause = null,
                Doubt = null,
                IsTold = true,
            }
            : use;

    private static bool IsMeant(OutsideObject made, NameUse use) =>
        made.Key is { } key
            ? use.Name == key && use.Role == KeyRole(made.Kind) && use.In.EndsWith($" {made.Name}", StringComparison.Ordinal)
            : use.Name == made.Name && use.Role == Role(made.Kind);

    private static NameRole? Role(string kind) =>
        kind switch
        {
            "secret" => NameRole.KubernetesSecret,
            "configmap" => NameRole.KubernetesConfigMap,
            "serviceaccount" => NameRole.KubernetesServiceAccount,
            "persistentvolumeclaim" => NameRole.KubernetesVolumeClaim,
            "service" => NameRole.KubernetesService,
            "network" => NameRole.ExternalNetwork,
            "volume" => NameRole.ExternalVolume,
            _ => null,
        };

    private static NameRole KeyRole(string kind) => kind == "secret" ? NameRole.KubernetesSecretKey : NameRole.KubernetesConfigMapKey;
}
