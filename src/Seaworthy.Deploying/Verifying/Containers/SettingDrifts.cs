using System.Globalization;
using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Verifying.Containers;

/// <summary>The settings of a container held against those of its service: limits, rights, restart policy, log, command. Pure.</summary>
internal static class SettingDrifts
{
    private const int Megabyte = 1024 * 1024;

    public static IEnumerable<string> Of(ServiceDefinition service, ObservedContainer container)
    {
        // A container that was read without them, by an older test or tool, says nothing.
        if (container.Settings.Count == 0)
        {
            yield break;
        }

        var declared = SettingValues.Declared(service.Options);
        foreach (var setting in Setting.All)
        {
            var wanted = declared.GetValueOrDefault(setting.Option) ?? [];
            var found = container.Settings.GetValueOrDefault(setting.Option) ?? [];
            var isSame = setting.IsWhole ? wanted.SequenceEqual(found) : wanted.All(value => found.Contains(value));
            if (!isSame)
            {
                yield return $"{container.Name} has {Shown(setting, found)} as {setting.Name}, and {Shown(setting, wanted)} is declared";
            }
        }

        if (Policy(service.Restart) is var policy && policy != Policy(container.RestartPolicy))
        {
            yield return $"{container.Name} has the restart policy {Policy(container.RestartPolicy)}, and {policy} is declared";
        }

        if (service.Health is { IsDisabled: false, Command: not null } && container.Health is null)
        {
            yield return $"{container.Name} has no health check, and one is declared";
        }

        if (service.Entrypoint is { Count: > 0 } entry)
        {
            if (
                !container.Entrypoint.SequenceEqual(entry.Take(1))
                || !container.Command.SequenceEqual([.. entry.Skip(1), .. service.Command ?? []])
            )
            {
                yield return $"{container.Name} starts another command than is declared";
            }
        }
        else if (service.Command is { } command && !container.Command.SequenceEqual(command))
        {
            yield return $"{container.Name} starts another command than is declared";
        }
    }

    private static string Policy(string policy) =>
        policy is "" ? "no"
        : policy.EndsWith(":0", StringComparison.Ordinal) ? policy[..^2]
        : policy;

    private static string Shown(Setting setting, IReadOnlyList<string> values) =>
        values.Count == 0 ? "none"
        : setting.Form == SettingForm.Bytes && long.TryParse(values[0], NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
            ? string.Create(CultureInfo.InvariantCulture, $"{(double)bytes / Megabyte:0.##} MiB")
        : setting.Form == SettingForm.Cpus && long.TryParse(values[0], NumberStyles.None, CultureInfo.InvariantCulture, out var nano)
            ? string.Create(CultureInfo.InvariantCulture, $"{nano / 1e9:0.##}")
        : string.Join(", ", values);
}
