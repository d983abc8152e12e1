using System.Collections.Frozen;
using Seaworthy.Model.Known.Tags;

namespace Seaworthy.Model.Known;

/// <summary>The names of Docker Hub's official images, the only ones that are pulled without an owner.</summary>
/// <remarks>Source: docker-library/official-images, the files of <c>library/</c> through all its history.</remarks>
public static class OfficialNames
{
    // Those of which nothing else is known.
    private static readonly FrozenSet<string> Others = FrozenSet.Create(
        StringComparer.Ordinal,
        (
            "adoptopenjdk aerospike almalinux alt amazonlinux api-firewall arangodb archlinux backdrop bash bonita buildpack-deps celery "
            + "chronograf cirros clearlinux clefos clojure convertigo couchbase crate crux dart django drupal eggdrop emqx euleros express-gateway "
            + "flink fluentd fsharp friendica gazebo gcc geonetwork ghost glassfish groovy haskell haxe hello-seattle hello-world hipache hitch "
            + "hola-mundo hylang ibm-semeru-runtimes ibmjava iojs irssi java jenkins jetty jobber joomla jruby julia kaazing-gateway kapacitor "
            + "known kong krakend lightstreamer liquibase mageia matomo mediawiki monica mono nats-streaming neurodebian notary nuxeo odoo "
            + "open-liberty openjdk opensuse oraclelinux orientdb owncloud percona photon php-zendserver phpmyadmin piwik plone postfixadmin "
            + "pypy r-base rails rakudo-star rapidoid redmine rethinkdb rocket.chat rockylinux ros sapmachine satosa scratch sentry silverpeas "
            + "sl sourcemage spark spiped storm swarm swipl teamspeak thrift tomee ubuntu-debootstrap ubuntu-upstart unit varnish "
            + "websphere-liberty wordpress xwiki yourls znc"
        ).Split(' ')
    );

    /// <summary>No registry that is asked by itself has it: somebody builds it by hand, or loads it.</summary>
    public static bool IsNobodys(ImageReference image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return image.IsOfficial
            && OfficialTags.Of(image.Repository) is null
            && PublicImages.Find(image) is null
            && !Others.Contains(image.Repository);
    }
}
