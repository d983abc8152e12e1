using System.Globalization;

namespace Seaworthy.Model.Known;

/// <summary>Users and groups of public images.</summary>
/// <remarks>
/// Sources: /etc/passwd and /etc/group of Debian's base-passwd and of Alpine's alpine-baselayout; the Dockerfiles of the official images node, nginx, redis, postgres, gradle,
/// and of oven/bun and .NET; Ubuntu's images hold the user <c>ubuntu</c> since 23.04.
/// </remarks>
public static class Accounts
{
    private static readonly IReadOnlyList<Account> Debian = Table(
        "root:0:0 daemon:1:1 bin:2:2 sys:3:3 games:5:60 man:6:12 lp:7:7 mail:8:8 news:9:9 uucp:10:10 proxy:13:13 www-data:33:33 backup:34:34 list:38:38"
            + " nobody:65534: nogroup::65534 adm::4 tty::5 disk::6 kmem::15 dialout::20 fax::21 voice::22 cdrom::24 floppy::25 tape::26 sudo::27 audio::29"
            + " dip::30 operator::37 src::40 shadow::42 utmp::43 video::44 sasl::45 plugdev::46 staff::50 users::100"
    );

    private static readonly IReadOnlyList<Account> Alpine = Table(
        "root:0:0 bin:1:1 daemon:2:2 lp:4:7 mail:8:12 news:9:13 uucp:10:14 ftp:21:21 games:35:35 ntp:123:123 nobody:65534:65534 sys::3 adm::4 tty::5 disk::6"
            + " mem::8 kmem::9 wheel::10 floppy::11 man::15 cron::16 audio::18 cdrom::19 dialout::20 input::23 tape::26 video::27 netdev::28 kvm::34 www-data::82"
            + " users::100 abuild::300 utmp::406 ping::999"
    );

    private static readonly Dictionary<string, IReadOnlyList<Account>> OfImages = new(StringComparer.Ordinal)
    {
        ["node"] = Table("node:1000:1000"),
        ["oven/bun"] = Table("bun:1000:1000"),
        ["gradle"] = Table("gradle:1000:1000"),
        ["nginx"] = Table("nginx:101:101"),
        ["nginxinc/nginx-unprivileged"] = Table("nginx:101:101"),
        ["mcr.microsoft.com/dotnet/aspnet"] = Table("app:1654:1654"),
        ["mcr.microsoft.com/dotnet/sdk"] = Table("app:1654:1654"),
        ["mcr.microsoft.com/dotnet/runtime"] = Table("app:1654:1654"),
        ["ubuntu"] = Table("ubuntu:1000:1000"),
    };

    /// <summary>Empty when it is not known which there are.</summary>
    public static IReadOnlyList<Account> Of(ImageReference reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return PublicImages.Find(reference) is not { } image
            ? []
            : [.. OfSystem(image.System), .. Holds(image, reference.EffectiveTag) ? OfImages[image.Name] : []];
    }

    private static bool Holds(PublicImage image, string tag) =>
        OfImages.ContainsKey(image.Name)
        && image.Name switch
        {
            "ubuntu" => tag == "latest" || tag.StartsWith("noble", StringComparison.Ordinal) || Major(tag) >= 24,
            ['m', 'c', 'r', '.', ..] => Major(tag) >= 8,
            _ => true,
        };

    private static int Major(string tag) =>
        int.TryParse(tag.Split('.', '-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major : 0;

    private static IReadOnlyList<Account> OfSystem(BaseSystem system) =>
        system switch
        {
            BaseSystem.Alpine => Alpine,
            BaseSystem.Debian or BaseSystem.DebianFull or BaseSystem.Ubuntu => Debian,
            _ => [],
        };

    private static IReadOnlyList<Account> Table(string rows) =>
        [.. rows.Split(' ').Select(row => row.Split(':')).Select(row => new Account(row[0], Number(row[1]), Number(row[2])))];

    private static int? Number(string text) => text.Length == 0 ? null : int.Parse(text, CultureInfo.InvariantCulture);
}
