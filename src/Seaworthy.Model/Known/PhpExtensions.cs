using System.Collections.Frozen;

namespace Seaworthy.Model.Known;

/// <summary>The packages whose headers an extension of PHP is compiled with, none of which the official images keep: one of each list is enough, the first is the usual one.</summary>
/// <remarks>Sources: Docker Hub: php, "How to install more PHP extensions"; packages.debian.org and pkgs.alpinelinux.org (dependencies of other packages).</remarks>
public static class PhpExtensions
{
    private static readonly FrozenDictionary<string, PackageNames> Headers = new Dictionary<string, PackageNames>(StringComparer.Ordinal)
    {
        ["gd"] = new(
            ["libpng-dev", "libgd-dev", "libfreetype6-dev", "libfreetype-dev", "libmagickwand-dev", "libwebp-dev"],
            ["libpng-dev", "gd-dev", "freetype-dev", "imagemagick-dev"]
        ),
        ["zip"] = new(["libzip-dev"], ["libzip-dev"]),
        ["intl"] = new(
            ["libicu-dev", "libxml2-dev", "libxslt1-dev", "libxslt-dev", "libmagickwand-dev", "libharfbuzz-dev"],
            ["icu-dev", "postgresql-dev", "libxml2-dev", "boost-dev", "harfbuzz-dev"]
        ),
        ["pdo_pgsql"] = new(["libpq-dev", "postgresql-server-dev-all"], ["libpq-dev", "postgresql-dev"]),
        ["pgsql"] = new(["libpq-dev", "postgresql-server-dev-all"], ["libpq-dev", "postgresql-dev"]),
        ["mbstring"] = new(["libonig-dev"], ["oniguruma-dev"]),
        ["soap"] = new(
            ["libxml2-dev", "libxslt1-dev", "libxslt-dev", "libmagickwand-dev"],
            ["libxml2-dev", "libxslt-dev", "postgresql-dev"]
        ),
        ["bz2"] = new(
            ["libbz2-dev", "libzip-dev", "libfreetype6-dev", "libfreetype-dev", "libmagickwand-dev"],
            ["bzip2-dev", "libzip-dev"]
        ),
        ["gmp"] = new(["libgmp-dev", "libgnutls28-dev", "nettle-dev"], ["gmp-dev", "nettle-dev", "gnutls-dev"]),
        ["xsl"] = new(["libxslt1-dev", "libxslt-dev"], ["libxslt-dev"]),
        ["ldap"] = new(["libldap2-dev", "libldap-dev"], ["openldap-dev"]),
        ["imap"] = new(["libc-client-dev", "libc-client2007e-dev"], ["imap-dev"]),
        ["ffi"] = new(["libffi-dev", "libglib2.0-dev", "libmagickwand-dev"], ["libffi-dev", "glib-dev"]),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // What php -m prints in the official images of PHP 7.2 to 8.5, the lists of them together.
    private static readonly FrozenSet<string> OfImages = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        (
            "core ctype curl date dom fileinfo filter ftp hash iconv json lexbor libxml mbstring mysqlnd opcache openssl pcre pdo pdo_sqlite phar posix random"
            + " readline reflection session simplexml sodium spl sqlite3 standard tokenizer uri xml xmlreader xmlwriter zend-opcache zlib"
        ).Split(' ')
    );

    // Extensions that PHP's own source never had, or has had no more since 7.0.
    private static readonly FrozenSet<string> OfPecl = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        (
            "amqp apcu ast decimal ds event ev gearman geoip gnupg grpc igbinary imagick libsodium-php mailparse maxminddb memcache memcached mongo mongodb msgpack mysql oauth opentelemetry pcov"
            + " pdo_sqlsrv protobuf psr raphf rdkafka redis sqlsrv ssh2 stomp swoole uopz uuid uv xdebug xhprof yaml zmq zookeeper"
        ).Split(' ')
    );

    /// <summary>Whether an extension comes from PECL, not with PHP.</summary>
    public static bool IsOfPecl(string extension) => OfPecl.Contains(extension);

    /// <summary>Whether the official images hold an extension by themselves.</summary>
    public static bool IsOfImages(string extension) => OfImages.Contains(extension);

    /// <summary>Packages with the headers of an extension; empty for one that needs none, or of which nothing is known.</summary>
    public static IReadOnlyList<string> HeadersOf(string extension, BaseSystem system) =>
        !Headers.TryGetValue(extension, out var packages) ? []
        : system == BaseSystem.Alpine ? packages.Alpine
        : packages.Debian;

    private sealed record PackageNames(string[] Debian, string[] Alpine);
}
