using System.Collections.Frozen;

namespace Seaworthy.Model.Known;

/// <summary>Packages of Alpine of which it is known what they bring.</summary>
/// <remarks>Source: pkgs.alpinelinux.org, the dependencies of each package in 3.18 to 3.22, followed to their end.</remarks>
public static class AlpinePackages
{
    private static readonly FrozenSet<string> WithoutBash = FrozenSet.Create(
        StringComparer.Ordinal,
        (
            "build-base ca-certificates cargo cmake coreutils curl curl-dev dumb-init ffmpeg file findutils fontconfig freetype freetype-dev g++ gcc gcompat"
            + " gettext git gnupg grep icu-data-full icu-dev icu-libs iputils jpeg-dev jq libc-dev libc6-compat libcurl libffi-dev libjpeg-turbo"
            + " libjpeg-turbo-dev libpng libpng-dev libpq libpq-dev libssl3 libstdc++ libwebp-dev libxml2 libxml2-dev libxslt-dev libzip-dev linux-headers"
            + " make mariadb-connector-c-dev mariadb-dev musl-dev musl-locales nano netcat-openbsd nodejs npm oniguruma-dev openssh-client openssl openssl-dev"
            + " pkgconf pkgconfig postgresql-client postgresql-dev procps py3-pip python3 python3-dev redis rsync sqlite sqlite-dev sqlite-libs su-exec"
            + " supervisor tar tini ttf-dejavu tzdata unzip upx util-linux vim wget xz yarn zip zlib zlib-dev"
        ).Split(' ')
    );

    /// <summary>Neither the package nor what it depends on is or needs bash.</summary>
    public static bool NeverBringBash(string package)
    {
        ArgumentNullException.ThrowIfNull(package);
        return package.StartsWith('.') || WithoutBash.Contains(package.Split('=', '~', '<', '>', '@')[0]);
    }
}
