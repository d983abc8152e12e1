using System.Collections.Frozen;

namespace Seaworthy.Model.Known;

/// <summary>Programs that change or remove what is there, or write only into directories of the system, which every base image opens anyway.</summary>
public static class HarmlessPrograms
{
    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.Ordinal,
        (
            "apt-get apt apk yum dnf microdnf tdnf zypper rpm apt-mark apt-key apt-cache apt-config add-apt-repository dpkg dpkg-query dpkg-reconfigure debconf-set-selections"
            + " update-ca-certificates update-ca-trust ldconfig locale-gen update-locale localedef update-alternatives gpg gpgconf"
            + " chmod chown chgrp addgroup adduser groupadd useradd usermod groupmod userdel deluser passwd chpasswd setcap setfacl"
            + " rm rmdir unlink strip upx truncate"
            + " ls cat echo printf true : false test [ [[ set shopt export unset cd pushd popd exit return sleep which command type hash date id whoami hostname"
            + " pwd uname arch nproc getconf getent grep egrep find wc head tail sort uniq tr cut awk du df stat sync file ldd readlink realpath dirname basename"
            + " sha256sum sha512sum md5sum lsb_release ps kill trap wait eval umask ulimit readonly local declare read shift source . if then else fi"
            + " corepack rustup rustc dos2unix sed xargs docker-php-ext-install docker-php-ext-enable docker-php-ext-configure pecl phpize a2enmod a2dissite"
            + " a2ensite a2enconf install-php-extensions service update-rc.d systemctl nginx pip-audit safety mysql_install_db"
        ).Split(' ')
    );

    public static bool Contains(string program) => Names.Contains(program);
}
