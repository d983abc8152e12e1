using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images.Effects;

/// <summary>Commands that make, copy, fetch or unpack files by name.</summary>
internal static class FileEffects
{
    private static readonly OptionGrammar Maker = new(
        "-m --mode -o --owner -g --group -t --target-directory -S --suffix -d --date -r --reference"
    );
    private static readonly OptionGrammar Curl = new(
        "-o --output -H --header -X --request -d --data -u --user -A --user-agent -m --max-time --connect-timeout --retry --retry-delay -x --proxy --output-dir"
    );
    private static readonly OptionGrammar Wget = new(
        "-O --output-document -P --directory-prefix -o --output-file -t --tries -T --timeout --header -U --user-agent -e"
    );
    private static readonly OptionGrammar Git = new("-b --branch --depth -c --config -o --origin -C --reference --filter -j --jobs");
    private static readonly OptionGrammar Keys = new("-out -keyout -keystore -f -ep --export-path -subj -days -newkey -passout")
    {
        HasSingleDash = true,
    };

    public static IEnumerable<ImageLayer>? Of(RunSite site) =>
        site.Line.Program switch
        {
            "mkdir" or "touch" or "tee" or "mkfifo" => site.Line.Options(Maker).Operands.Select(site.Make),
            "install" => Copied(site),
            "cp" or "mv" or "ln" or "rsync" => Copied(site),
            "curl" => Fetched(site, site.Line.Options(Curl), "-o", "--output", keepsName: "-O"),
            "wget" => Fetched(site, site.Line.Options(Wget), "-O", "--output-document", keepsName: null),
            "tar" or "bsdtar" => Unpacked(site, "-C", "--directory"),
            "unzip" => Unpacked(site, "-d", "-d"),
            "gunzip" or "gzip" or "xz" or "unxz" or "bunzip2" => [site.Open(site.Here)],
            "git" => Cloned(site),
            "openssl" or "keytool" or "ssh-keygen" =>
            [
                .. site.Line.Options(Keys).Values("-out", "-keyout", "-keystore", "-f").Select(site.Make),
            ],
            _ => null,
        };

    /// <summary>The last operand is made, or filled when it is a directory.</summary>
    private static IEnumerable<ImageLayer> Copied(RunSite site)
    {
        var options = site.Line.Options(Maker);
        if (options.Value("-t", "--target-directory") is { } directory)
        {
            return [site.OpenAt(directory)];
        }

        if (site.Line.Program == "install" && options.Has("-d", "--directory"))
        {
            return options.Operands.Select(site.Make);
        }

        if (options.Operands is not [.., var source, var last] || site.Path(last) is not { } target)
        {
            return [site.Everything];
        }

        // One named file or directory put into a directory that is there adds that name alone.
        var isInto =
            options.Operands.Count == 2
            && site.Text(source) is { } path
            && path is not ([.., '/', '.'] or "." or "..")
            // "xargs -I{} cp {} /app/": whatever is listed.
            && !path.Contains('{', StringComparison.Ordinal)
            && (site.Text(last) is "." or [.., '/'] || site.Before.Find(target) is { Presence: Presence.Present, Actual: null });
        return [site.Open(isInto ? ImagePath.Under(target, ImagePath.NameOf((site.Text(source) ?? "").TrimEnd('/'))) : target)];
    }

    private static IEnumerable<ImageLayer> Fetched(
        RunSite site,
        CommandOptions options,
        string shortName,
        string longName,
        string? keepsName
    )
    {
        if (options.Values(shortName, longName) is { Count: > 0 } outputs)
        {
            return outputs.Where(word => word.Literal is not "-").Select(site.Make);
        }

        if (keepsName is not null && !options.Has(keepsName, "--remote-name", "--remote-name-all"))
        {
            return [];
        }

        return options.Value("-P", "--directory-prefix", "--output-dir") is { } directory
            ? [site.OpenAt(directory)]
            :
            [
                .. options.Operands.Select(url =>
                    site.Open(site.Text(url) is { } text ? ImagePath.Join(site.Here, ImagePath.NameOf(text)) : site.Here)
                ),
            ];
    }

    private static IEnumerable<ImageLayer> Unpacked(RunSite site, string shortName, string longName)
    {
        var words = site.Line.Arguments;
        for (var index = 0; index < words.Count; index++)
        {
            if ((words[index].Literal == shortName || words[index].Literal == longName) && index + 1 < words.Count)
            {
                return [site.OpenAt(words[index + 1])];
            }

            if (words[index].Prefix.StartsWith(longName + "=", StringComparison.Ordinal))
            {
                return [site.OpenAt(words[index].From(longName.Length + 1))];
            }
        }

        // A cluster may hold the option: tar -xzCf. Then the directory is one of the operands.
        return words.Any(word => word.HasFlag('C')) ? [site.Everything] : [site.Open(site.Here)];
    }

    private static IEnumerable<ImageLayer> Cloned(RunSite site)
    {
        if (site.Verb is "config" or "rev-parse" or "describe" or "log" or "status" or "--version")
        {
            return [];
        }

        var operands = site.Line.Options(Git).Operands;
        return operands switch
        {
            [{ Literal: "clone" }, _, var directory, ..] => [site.OpenAt(directory)],
            [{ Literal: "clone" }, { Literal: { } url }] => [site.OpenBelow(Repository(url))],
            _ => [site.Project],
        };
    }

    private static string Repository(string url)
    {
        var name = ImagePath.NameOf(url.TrimEnd('/'));
        return name.EndsWith(".git", StringComparison.Ordinal) ? name[..^".git".Length] : name;
    }
}
