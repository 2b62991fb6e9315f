#!/usr/bin/perl
# SpamAssassin in one process, through its own API, as its mass-check does it: no daemon, no client, no network.
#
#     spamassassin.pl learn FOLDER TRAIN      (JSON lines with text and label)
#     spamassassin.pl scan FOLDER CORPUS      (JSON lines with id and text)
#
# FOLDER holds rules/local.cf and, once learned, the Bayes database.
use strict;
use warnings;
use JSON::XS;
use Mail::SpamAssassin;

my ($task, $folder, $corpus) = @ARGV;
my $json = JSON::XS->new->utf8->canonical;
my $assassin = Mail::SpamAssassin->new({
    local_tests_only => 1, dont_copy_prefs => 1, rules_filename => "$folder/rules",
    site_rules_filename => "$folder/none", userprefs_filename => "$folder/none", userstate_dir => $folder,
});
$assassin->init_learner({ caller_will_untie => 1 }) if $task eq 'learn';
open(my $rows, '<', $corpus) or die "error: the corpus can't be read\n";
while (my $line = <$rows>) {
    my $row = $json->decode($line);
    my $mail = $assassin->parse(mail($row->{text}), 1);
    $task eq 'learn' ? learn($mail, $row) : scan($mail, $row);
    $mail->finish;
}
if ($task eq 'learn') {
    $assassin->rebuild_learner_caches;
    $assassin->finish_learner;
}
$assassin->finish;

# The text as a plain mail, its bytes UTF-8; lines of 998 bytes at most are the mailer's business, not the filter's.
sub mail {
    my ($text) = @_;
    utf8::encode($text);
    return "From: sender\@example.com\nTo: reader\@example.com\nSubject: offer\nDate: Mon, 02 Jan 2023 10:00:00 +0000\n"
        . "Message-ID: <offer\@example.com>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
        . "Content-Transfer-Encoding: 8bit\n\n$text\n";
}

sub learn {
    my ($mail, $row) = @_;
    # Texts have no Message-ID of their own; the learner tells mails apart by what they say.
    $assassin->learn($mail, $row->{id}, $row->{label} eq 'lure', 0)->finish;
}

sub scan {
    my ($mail, $row) = @_;
    my $status = $assassin->check($mail);
    my $score = $status->{bayes_score} // 0.5;
    my @rules = grep { !/^BAYES/ } @{ $status->{test_names_hit} };
    s/^LURE_// for @rules;
    print $json->encode({
        id => $row->{id}, lure => $score > 0.5 ? \1 : \0, score => $score + 0, rules => \@rules });
    print "\n";
    $status->finish;
}
