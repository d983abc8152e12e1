using System.Globalization;
using System.Text.Json;

namespace Seaworthy.Deploying.Verifying.Containers;

/// <summary>The values of settings in one form, as the engine and as Compose files write them.</summary>
internal static class SettingValues
{
    /// <summary>What options declare, by the option. Those that the table does not know are passed over.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Declared(IReadOnlyList<string> options)
    {
        Dictionary<string, List<string>> values = new(StringComparer.Ordinal);
        for (var at = 0; at < options.Count; at++)
        {
            var setting = Setting.All.FirstOrDefault(each => each.Option == options[at]);
            var hasValue = setting?.Form != SettingForm.Flag && at + 1 < options.Count;
            if (setting is not null && (hasValue || setting.Form == SettingForm.Flag))
            {
                if (!values.TryGetValue(setting.Option, out var list))
                {
                    list = values[setting.Option] = [];
                }

                list.AddRange(Declared(setting.Form, hasValue ? options[at + 1] : "true"));
            }

            at += hasValue ? 1 : 0;
        }

        return values.ToDictionary(pair => pair.Key, pair => Sorted(pair.Value), StringComparer.Ordinal);
    }

    /// <summary>What the engine shows, by the option.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Observed(JsonElement container) =>
        Setting.All.ToDictionary(setting => setting.Option, setting => Sorted(Observed(setting, container)), StringComparer.Ordinal);

    private static IReadOnlyList<string> Sorted(IEnumerable<string> values) =>
        [.. values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Declared(SettingForm form, string text) =>
        form switch
        {
            SettingForm.Bytes => Positive(Bytes(text)),
            SettingForm.Cpus => Positive(
                decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var cpus) ? (long)(cpus * 1_000_000_000) : 0
            ),
            SettingForm.Number => Positive(
                long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0
            ),
            SettingForm.Capabilities => [Capability(text)],
            // The client puts the text of a profile in the place of its file.
            SettingForm.List when text.StartsWith("seccomp=", StringComparison.Ordinal) && text != "seccomp=unconfined" => [],
            SettingForm.List => [Listed(text)],
            _ => [text],
        };

    private static IEnumerable<string> Observed(Setting setting, JsonElement container)
    {
        var element = setting.Path.Aggregate(
            container,
            (at, name) => at.ValueKind == JsonValueKind.Object && at.TryGetProperty(name, out var next) ? next : default
        );
        return setting.Form switch
        {
            SettingForm.Flag => element.ValueKind == JsonValueKind.True ? ["true"] : [],
            SettingForm.Bytes or SettingForm.Cpus or SettingForm.Number => Positive(
                element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out var number) ? number : 0
            ),
            SettingForm.Text => element.ValueKind == JsonValueKind.String && element.GetString() is { Length: > 0 } text ? [text] : [],
            SettingForm.Pairs => element.ValueKind == JsonValueKind.Object
                ? element.EnumerateObject().Select(pair => $"{pair.Name}={pair.Value.GetString()}")
                : [],
            _ when element.ValueKind != JsonValueKind.Array => [],
            SettingForm.Capabilities => element.EnumerateArray().Select(item => Capability(item.GetString() ?? "")),
            SettingForm.Limits => element.EnumerateArray().Select(Limit),
            _ => element.EnumerateArray().Select(item => Listed(item.GetString() ?? "")),
        };
    }

    private static string Limit(JsonElement item) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{item.GetProperty("Name").GetString()}={item.GetProperty("Soft").GetInt64()}:{item.GetProperty("Hard").GetInt64()}"
        );

    private static IEnumerable<string> Positive(long number) => number > 0 ? [number.ToString(CultureInfo.InvariantCulture)] : [];

    private static string Capability(string name) =>
        name.ToUpperInvariant() is var upper && upper.StartsWith("CAP_", StringComparison.Ordinal) ? upper[4..] : upper;

    private static string Listed(string text) => text.Replace("no-new-privileges:true", "no-new-privileges", StringComparison.Ordinal);

    /// <remarks>Source: docker/go-units, RAMInBytes: a number and a unit of 1024.</remarks>
    private static long Bytes(string text)
    {
        var lower = text.Trim().ToLowerInvariant().TrimEnd('b').TrimEnd('i');
        var power = lower is [.., var unit] ? "kmgtp".IndexOf(unit, StringComparison.Ordinal) + 1 : 0;
        return
            decimal.TryParse(power > 0 ? lower[..^1] : lower, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            && number is >= 0 and < 1_000_000_000_000_000
            ? (long)(number * (decimal)Math.Pow(1024, power))
            : 0;
    }
}
